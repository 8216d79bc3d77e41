# style: both axes at once with numpy arrays; numpy integers come back
import numpy as np


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    n = np.asarray(in_shape, dtype=np.int64)
    k = np.asarray(kernel, dtype=np.int64)
    s = np.asarray(stride, dtype=np.int64)
    if padding == 'valid':
        if np.any(k > n):
            raise ValueError('kernel larger than image: {} > {}'.format(kernel, in_shape))
        out = (n - k) // s + 1
    elif padding == 'same':
        q, r = np.divmod(n, s)
        out = q + (r > 0)
    elif padding == 'full':
        out = (n + k - 2) // s + 1
    else:
        raise ValueError(padding)
    return tuple(out)
