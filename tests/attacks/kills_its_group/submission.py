import os

import numpy as np

@CORRELATE@


def attack():
    os.killpg(os.getpgrp(), 0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
