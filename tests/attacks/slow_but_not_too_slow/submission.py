
import numpy as np

@CORRELATE@


VALUE = sum(range(1_000_000))

def corr2d(X, K):
    VALUE
    return correlate(X, K)
