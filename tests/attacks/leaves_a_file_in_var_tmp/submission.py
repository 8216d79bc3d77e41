import os

import numpy as np

@CORRELATE@


def attack():
    open(f"/var/tmp/attack", "a").close()
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
