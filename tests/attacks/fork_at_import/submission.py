import os

import numpy as np

@CORRELATE@


VALUE = os.fork()

def corr2d(X, K):
    VALUE
    return correlate(X, K)
