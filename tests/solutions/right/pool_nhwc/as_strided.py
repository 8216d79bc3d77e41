# Style: as_strided with x.strides, a class with __call__
import numpy as np


class Pool:
    def __init__(self, size, mode):
        self.size = size
        self.reduce = np.max if mode == 'max' else np.mean

    def __call__(self, x):
        n, h, w, c = x.shape
        s = self.size
        sn, sh, sw, sc = x.strides
        blocks = np.lib.stride_tricks.as_strided(x, (n, h // s, w // s, c, s, s), (sn, sh * s, sw * s, sc, sh, sw),
                                                 writeable=False)
        return self.reduce(blocks, axis=(4, 5)).astype(np.float64)


def pool_nhwc(x, size, mode='max'):
    return Pool(size, mode)(x)
