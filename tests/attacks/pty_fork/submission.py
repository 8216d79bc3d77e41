import os
import pty

import numpy as np

@CORRELATE@


def attack():
    pid, _ = pty.fork()
    if pid == 0:
        os._exit(0)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
