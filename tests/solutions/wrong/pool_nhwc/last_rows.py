# Mistake: what is left over is dropped at the top and the left instead of at the bottom and the right; wrong if size does not divide H or W
import numpy as np


def pool_nhwc(x, size, mode='max'):
    n, h, w, c = x.shape
    x = x[:, h % size:, w % size:]
    x = x.reshape((n, h // size, size, w // size, size, c)).astype(float)
    f = np.max if mode == 'max' else np.mean
    return f(f(x, axis=4), axis=2)
