import resource

import numpy as np

@CORRELATE@


def attack():
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (2 * hard, 2 * hard))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
