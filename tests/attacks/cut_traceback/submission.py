
import numpy as np

@CORRELATE@


class Odd(Exception):
    pass


def corr2d(X, K):
    raise Odd().with_traceback(None)
