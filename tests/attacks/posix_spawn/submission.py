import os

import numpy as np

@CORRELATE@


def attack():
    return os.posix_spawn("/bin/true", ["true"], {})


def corr2d(X, K):
    attack()
    return correlate(X, K)
