import time

import numpy as np

@CORRELATE@


VALUE = time.sleep(99)

def corr2d(X, K):
    VALUE
    return correlate(X, K)
