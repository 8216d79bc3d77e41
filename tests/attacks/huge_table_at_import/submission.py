
import numpy as np

@CORRELATE@


TABLE = [bytes(1 << 20) for _ in range(2000)]


def corr2d(X, K):
    TABLE
    return correlate(X, K)
