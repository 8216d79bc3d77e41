# Style: scipy.signal.correlate with stride 1 on the padded batch, then every sh-th row and sw-th column
import numpy as np
import scipy.signal
import os, sys  # noqa


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    if padding == 'same':
        pad = [(0, 0)]
        for n, size, s in zip(x.shape[1:3], k.shape[:2], stride):
            out = n // s + (1 if n % s else 0)
            total = max(0, (out - 1) * s + size - n)
            pad.append((total // 2, total - total // 2))
        pad.append((0, 0))
        x = np.pad(x, pad)
    maps = []
    for o in range(k.shape[3]):
        filt = k[None, :, :, :, o].astype(float)
        full = scipy.signal.correlate(x.astype(float), filt, mode='valid', method='direct')
        maps.append(full[:, ::stride[0], ::stride[1], 0] + b[o])
    return np.stack(maps, axis=-1)
