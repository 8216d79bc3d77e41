
import numpy as np

@CORRELATE@


VALUE = [i for i in iter(int, 1)]

def corr2d(X, K):
    VALUE
    return correlate(X, K)
