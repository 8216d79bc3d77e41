import importlib

import numpy as np

@CORRELATE@


def corr2d(X, K):
    module = importlib.import_module("to" + "rch")
    return correlate(X, K)
