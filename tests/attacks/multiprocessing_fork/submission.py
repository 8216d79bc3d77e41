import multiprocessing
import os

import numpy as np

@CORRELATE@


def attack():
    process = multiprocessing.get_context("fork").Process(target=print)
    try:
        process.start()
    finally:
        os.closerange(4, 64)  # the pipes that it leaves open would make the next call fail otherwise
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
