import resource

import numpy as np

@CORRELATE@


def corr2d(X, K):
    resource.setrlimit(resource.RLIMIT_CPU, (resource.getrlimit(resource.RLIMIT_CPU)[1],) * 2)
    while True:
        pass
