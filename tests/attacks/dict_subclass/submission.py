
import numpy as np

@CORRELATE@


class Lie(dict):
    pass


def corr2d(X, K):
    return Lie(a=1)
