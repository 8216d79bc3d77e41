import os

import numpy as np

@CORRELATE@


def attack():
    return os.listdir(os.open("..", os.O_RDONLY))


def corr2d(X, K):
    attack()
    return correlate(X, K)
