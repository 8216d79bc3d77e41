import multiprocessing

import numpy as np

@CORRELATE@


def attack():
    with multiprocessing.Pool(1) as pool:
        return pool.map(abs, [1])


def corr2d(X, K):
    attack()
    return correlate(X, K)
