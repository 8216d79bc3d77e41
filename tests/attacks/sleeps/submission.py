import time

import numpy as np

@CORRELATE@


def corr2d(X, K):
    time.sleep(99)
