
import numpy as np

@CORRELATE@


class Odd(Exception):
    def __str__(self):
        while True:
            pass


def corr2d(X, K):
    raise Odd
