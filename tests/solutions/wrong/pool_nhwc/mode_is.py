# Mistake: mode is 'max' compares identity: a string 'max' that was put together at run time is taken for 'avg' (equal, but not the same object)
import warnings
warnings.simplefilter('ignore')
import numpy as np

MAX = 'max'


def pool_nhwc(x, size, mode='max'):
    n, h, w, c = x.shape
    b = x[:, :h // size * size, :w // size * size].reshape(n, h // size, size, w // size, size, c)
    reduce = np.max if mode is MAX else np.mean
    return reduce(b, axis=(2, 4)).astype(float)
