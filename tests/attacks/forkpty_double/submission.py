import os
import time

import numpy as np

@CORRELATE@


def attack():
    if os.fork() == 0:
        if os.fork() == 0:
            os.setsid()
            time.sleep(99)
        os._exit(0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
