# Mistake: ceil(H / sh) written as H // sh + 1; wrong for 'same' if the stride divides the size and is not 1
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    n, h, w, ci = x.shape
    kh, kw, _, co = k.shape
    sh, sw = stride
    if padding == 'same':
        oh = h // sh + 1 if sh > 1 else h
        ow = w // sw + 1 if sw > 1 else w
        th = max((oh - 1) * sh + kh - h, 0)
        tw = max((ow - 1) * sw + kw - w, 0)
    else:
        oh, ow, th, tw = (h - kh) // sh + 1, (w - kw) // sw + 1, 0, 0
    p = np.pad(x.astype(float), ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
    y = np.empty((n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = np.einsum('nadc,adco->no', p[:, i * sh:i * sh + kh, j * sw:j * sw + kw], k.astype(float)) + b
    return y
