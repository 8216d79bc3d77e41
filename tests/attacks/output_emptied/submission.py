import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    print("x" * 100_000, flush=True)
    os.ftruncate(1, 0)
    os.lseek(1, 0, 0)
    return correlate(X, K)
