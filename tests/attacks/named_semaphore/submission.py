import multiprocessing

import numpy as np

@CORRELATE@


def attack():
    return multiprocessing.get_context("fork").Semaphore()


def corr2d(X, K):
    attack()
    return correlate(X, K)
