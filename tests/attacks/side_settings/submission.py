import warnings

import numpy as np

@CORRELATE@


def corr2d(X, K):
    np.seterr(all="raise")
    np.set_printoptions(threshold=1)
    warnings.simplefilter("error")
    with np.errstate(all="ignore"):
        return correlate(X, K)
