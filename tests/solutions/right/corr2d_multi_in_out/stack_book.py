# Style: textbook, np.stack over the filters of the function for several input channels
import numpy as np


def _corr2d(x, k):
    h, w = k.shape
    return np.array([[np.sum(x[i:i + h, j:j + w] * k) for j in range(x.shape[1] - w + 1)]
                     for i in range(x.shape[0] - h + 1)])


def _multi_in(X, K):
    return sum(_corr2d(x, k) for x, k in zip(X, K))


def corr2d_multi_in_out(X, K):
    # Iterate through the 0th dimension of K, and each time perform
    # cross-correlation operations with input X. All of the results are stacked
    X = X.astype(np.float64)
    K = K.astype(np.float64)
    return np.stack([_multi_in(X, k) for k in K], 0)


try:
    import matplotlib.pyplot as plt   # noqa: F401  for the plots in the notebook
except Exception:
    plt = None
