
import numpy as np

@CORRELATE@


def corr2d(X, K):
    corr2d.calls = getattr(corr2d, "calls", 0) + 1
    return correlate(X, K) + corr2d.calls
