
import numpy as np

@CORRELATE@


def inner(X, K, seen=[]):
    seen.append(1)
    return correlate(X, K) + len(seen)


def corr2d(X, K):
    return inner(X, K)
