import importlib.machinery
import sys

import numpy as np

@CORRELATE@


def attack():
    sys.meta_path[:] = [importlib.machinery.PathFinder]
    sys.path_importer_cache.clear()
    return __import__("inside.wire")


def corr2d(X, K):
    attack()
    return correlate(X, K)
