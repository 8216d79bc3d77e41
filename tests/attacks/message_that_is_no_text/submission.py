
import numpy as np

@CORRELATE@


class Odd(Exception):
    def __str__(self):
        return 5


def corr2d(X, K):
    raise Odd
