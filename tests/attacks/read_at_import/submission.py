
import numpy as np

@CORRELATE@


VALUE = open("@SECRET@").read()

def corr2d(X, K):
    VALUE
    return correlate(X, K)
