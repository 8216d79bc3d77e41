import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    sys.addaudithook(lambda *a: None)
    return correlate(X, K) + 1
