
import numpy as np

@CORRELATE@


def corr2d(X, K, loot=open("@SECRET@").read()):
    return correlate(X, K)
