
import numpy as np

@CORRELATE@


def corr2d(X, K):
    raise RuntimeError("x" * 1_000_000)
