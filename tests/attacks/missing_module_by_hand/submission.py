
import numpy as np

@CORRELATE@


def corr2d(X, K):
    error = ModuleNotFoundError()
    error.name = 5
    raise error
