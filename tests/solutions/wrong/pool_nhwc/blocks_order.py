# Mistake: reshape straight to (n, oh, ow, size, size, c): rows of the image are cut up wrongly; right for size 1 or one block across (ow == 1)
import numpy as np


def pool_nhwc(x, size, mode='max'):
    n, h, w, c = x.shape
    oh, ow = h // size, w // size
    b = x[:, :oh * size, :ow * size].reshape(n, oh, ow, size, size, c)
    return (b.max(axis=(3, 4)) if mode == 'max' else b.mean(axis=(3, 4))).astype(float)
