
import numpy as np

@CORRELATE@


CALLS = []


def corr2d(X, K):
    CALLS.append(1)
    while len(CALLS) > 50:
        pass
    return correlate(X, K)
