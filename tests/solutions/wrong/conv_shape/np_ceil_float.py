# mistake: np.ceil gives floats for 'same': (4.0, 5.0); the values are right
import numpy as np


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    if padding == 'same':
        return np.ceil(H / stride[0]), np.ceil(W / stride[1])
    if padding == 'full':
        H, W = H + 2 * Kh - 2, W + 2 * Kw - 2
    elif padding != 'valid':
        raise ValueError(padding)
    if H < Kh or W < Kw:
        raise ValueError('kernel does not fit')
    return (H - Kh) // stride[0] + 1, (W - Kw) // stride[1] + 1
