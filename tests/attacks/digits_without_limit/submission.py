import sys

import numpy as np

@CORRELATE@


def corr2d(X, K):
    sys.set_int_max_str_digits(0)
    print(len(str(10**5000)))
    return correlate(X, K)
