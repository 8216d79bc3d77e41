# Mistake: squeeze gets rid of the axes of length 1: wrong for one image, one channel or one block
import numpy as np


def pool_nhwc(x, size, mode='max'):
    op = {'max': np.max, 'avg': np.mean}[mode]
    rows = range(0, x.shape[1] - size + 1, size)
    cols = range(0, x.shape[2] - size + 1, size)
    y = np.stack([np.stack([op(x[:, i:i + size, j:j + size], axis=(1, 2)) for j in cols], 1) for i in rows], 1)
    return y.astype(float).squeeze()
