
import numpy as np

@CORRELATE@


def corr2d(X, K):
    np.calls = getattr(np, "calls", 0) + 1
    return correlate(X, K) + np.calls
