import os
import resource

import numpy as np

@CORRELATE@


def attack():
    resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (3, 3))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
