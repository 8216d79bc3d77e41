import numpy as np

@CORRELATE@

def ｃｏｒｒ2ｄ(X, K):
    return correlate(X, K)
