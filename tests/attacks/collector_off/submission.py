import gc

import numpy as np

@CORRELATE@


def corr2d(X, K):
    gc.disable()
    gc.unfreeze()
    gc.collect()
    return correlate(X, K)
