
import numpy as np

@CORRELATE@


class Odd(Exception):
    __traceback__ = property(lambda self: 5)


def corr2d(X, K):
    raise Odd
