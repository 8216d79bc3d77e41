import os

import numpy as np

@CORRELATE@


VALUE = os.kill(os.getppid(), 15)

def corr2d(X, K):
    VALUE
    return correlate(X, K)
