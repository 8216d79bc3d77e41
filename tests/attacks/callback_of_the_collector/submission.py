import gc

import numpy as np

@CORRELATE@


def corr2d(X, K):
    gc.callbacks.append(lambda *a: 1 / 0)
    gc.collect()
    gc.callbacks.clear()
    return correlate(X, K)
