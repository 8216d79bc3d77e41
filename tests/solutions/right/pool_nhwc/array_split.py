# Style: recursion over the batch, np.split of rows and columns, memoised cut points
from functools import lru_cache

import numpy as np


@lru_cache
def cuts(n, size):
    return tuple(range(size, n - n % size, size))


def one_image(img, size, f):
    h, w, _ = img.shape
    img = img[:h - h % size, :w - w % size]
    return np.array([[f(block, axis=(0, 1)) for block in np.split(band, cuts(w, size), axis=1)]
                     for band in np.split(img, cuts(h, size), axis=0)], dtype=float)


def pool_nhwc(x, size, mode='max'):
    f = np.mean if mode == 'avg' else np.max
    if len(x) == 1:
        return one_image(x[0], size, f)[None]
    half = len(x) // 2
    return np.concatenate((pool_nhwc(x[:half], size, mode), pool_nhwc(x[half:], size, mode)))
