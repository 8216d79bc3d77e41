
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return type("x" * 10**5, (), {"__repr__": lambda self: repr(self)})()
