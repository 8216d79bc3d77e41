import multiprocessing.shared_memory

import numpy as np

@CORRELATE@


def attack():
    return multiprocessing.shared_memory.SharedMemory(create=True, size=99)


def corr2d(X, K):
    attack()
    return correlate(X, K)
