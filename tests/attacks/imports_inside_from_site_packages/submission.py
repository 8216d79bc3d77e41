import importlib.machinery
import os
import sys

import numpy as np

@CORRELATE@


def attack():
    sys.meta_path[:] = [importlib.machinery.PathFinder]
    sys.path_importer_cache.clear()
    sys.path.insert(0, os.path.dirname(os.path.dirname(np.__file__)))
    return __import__("inside.wire")


def corr2d(X, K):
    attack()
    return correlate(X, K)
