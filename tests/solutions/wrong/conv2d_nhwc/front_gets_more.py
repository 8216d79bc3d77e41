# Mistake: the larger half of the padding goes above and to the left; wrong for 'same' when total is odd
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    n, h, w, c = x.shape
    kh, kw, _, co = k.shape
    sh, sw = stride
    p = x.astype(float)
    if padding == 'same':
        oh, ow = -(-h // sh), -(-w // sw)
        th = max((oh - 1) * sh + kh - h, 0)
        tw = max((ow - 1) * sw + kw - w, 0)
        p = np.pad(p, ((0, 0), (th - th // 2, th // 2), (tw - tw // 2, tw // 2), (0, 0)))
    else:
        oh, ow = (h - kh) // sh + 1, (w - kw) // sw + 1
    y = np.zeros((n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = np.tensordot(p[:, i * sh:i * sh + kh, j * sw:j * sw + kw], k, 3) + b
    return y
