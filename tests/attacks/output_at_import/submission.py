
import numpy as np

@CORRELATE@


VALUE = [print("x" * 9999) for _ in range(10**6)]

def corr2d(X, K):
    VALUE
    return correlate(X, K)
