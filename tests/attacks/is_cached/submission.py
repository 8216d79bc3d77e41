import functools

import numpy as np

@CORRELATE@


@functools.lru_cache
def corr2d(X, K):
    return correlate(X, K)
