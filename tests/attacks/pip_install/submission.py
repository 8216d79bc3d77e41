import runpy

import numpy as np

@CORRELATE@


def corr2d(X, K):
    runpy.run_module("pip")
    return correlate(X, K)
