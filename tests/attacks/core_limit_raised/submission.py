import resource

import numpy as np

@CORRELATE@


def attack():
    resource.setrlimit(resource.RLIMIT_CORE, (1 << 30, 1 << 30))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
