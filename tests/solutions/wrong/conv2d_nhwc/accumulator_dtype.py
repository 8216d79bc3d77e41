# Mistake: the result has the type of x: fractions of kernel and bias are cut off for integer x, uint8 wraps; right for float x
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    n, h, w, ci = x.shape
    kh, kw, _, co = k.shape
    sh, sw = stride
    if padding == 'same':
        oh, ow = -(-h // sh), -(-w // sw)
        th, tw = max((oh - 1) * sh + kh - h, 0), max((ow - 1) * sw + kw - w, 0)
    else:
        oh, ow = (h - kh) // sh + 1, (w - kw) // sw + 1
        th = tw = 0
    p = np.zeros((n, h + th, w + tw, ci), dtype=x.dtype)
    p[:, th // 2:th // 2 + h, tw // 2:tw // 2 + w] = x
    y = np.zeros_like(p, shape=(n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            v = p[:, i * sh:i * sh + kh, j * sw:j * sw + kw].astype(float)
            with np.errstate(all='ignore'):
                y[:, i, j] = np.tensordot(v, k.astype(float), axes=3) + b
    return y * 1.0
