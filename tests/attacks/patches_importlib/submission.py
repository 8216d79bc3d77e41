import importlib
import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    importlib.import_module = None
    sys.meta_path.clear()
    sys.path.clear()
    sys.modules.clear()
    return Y
