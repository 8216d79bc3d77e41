# Style: zip(strict=True) raises the ValueError by itself; shifted slices instead of windows
import itertools

import numpy as np


def corr2d_multi_in(X, K):
    kh, kw = K.shape[1:]
    oh, ow = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    total = np.zeros((oh, ow))
    for channel, kernel in zip(X, K, strict=True):
        channel = channel.astype(np.float64)
        for a, b in itertools.product(range(kh), range(kw)):
            total += float(kernel[a, b]) * channel[a:a + oh, b:b + ow]
    return total
