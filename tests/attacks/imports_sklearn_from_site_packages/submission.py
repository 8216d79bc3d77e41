import importlib
import os
import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    sys.path.insert(0, os.path.dirname(os.path.dirname(np.__file__)))
    sys.path_importer_cache.clear()
    module = importlib.import_module("sk" + "learn")
    return correlate(X, K)
