# Mistake: np.resize instead of cropping takes the first numbers of the flat array; wrong if columns are left over (or rows, with several images)
import numpy as np


def pool_nhwc(x, size, mode='max'):
    n, h, w, c = x.shape
    h2, w2 = h - h % size, w - w % size
    x = np.resize(x, (n, h2, w2, c)).astype(float)
    x = x.reshape(n, h2 // size, size, w2 // size, size, c)
    if mode == 'max':
        return x.max(4).max(2)
    return x.mean(4).mean(2)
