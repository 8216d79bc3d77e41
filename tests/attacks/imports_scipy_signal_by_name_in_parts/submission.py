import importlib

import numpy as np

@CORRELATE@


def corr2d(X, K):
    module = importlib.import_module("sc" + "ipy.signal")
    return correlate(X, K)
