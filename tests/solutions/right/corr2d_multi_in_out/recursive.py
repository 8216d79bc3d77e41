# Style: recursion over filters and over channels
import numpy as np


def _one(channel, kernel):
    out = 0.0
    kh, kw = kernel.shape
    rows = channel.shape[0] - kh + 1
    cols = channel.shape[1] - kw + 1
    for (a, b), weight in np.ndenumerate(kernel):
        out = out + weight * channel[a:a + rows, b:b + cols]
    return out


def _channels(X, F):
    if len(X) == 1:
        return _one(X[0], F[0])
    half = len(X) // 2
    return _channels(X[:half], F[:half]) + _channels(X[half:], F[half:])


def _filters(X, K):
    if len(K) == 1:
        return _channels(X, K[0])[np.newaxis]
    half = len(K) // 2
    return np.concatenate([_filters(X, K[:half]), _filters(X, K[half:])])


def corr2d_multi_in_out(X, K):
    return _filters(X.astype(float), K.astype(float))
