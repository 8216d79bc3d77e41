import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    while True:
        os.write(2, bytes(1000))
