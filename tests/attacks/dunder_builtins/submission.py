
import numpy as np

@CORRELATE@


__builtins__ = {}


def corr2d(X, K):
    __builtins__
    return correlate(X, K)
