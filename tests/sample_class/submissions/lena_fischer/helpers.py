"""small helpers, see solutions.py"""
import numpy as np


def check_fits(window, shape):
    for k, n in zip(window, shape):
        if k > n:
            raise ValueError("window %s is larger than %s" % (tuple(window), tuple(shape)))


def windows(X, h, w):
    """Yields (i, j, piece) for every position of an h x w window in X."""
    check_fits((h, w), X.shape)
    X = np.array(X, dtype=float)   # copy, and floats from here on
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            yield i, j, X[i:i + h, j:j + w]


def empty_result(X, h, w):
    check_fits((h, w), X.shape)
    return np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
