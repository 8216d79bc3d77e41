import resource

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    resource.setrlimit = resource.getrlimit = None
    return Y
