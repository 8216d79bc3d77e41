# Mistake: a kernel larger than the image raises ValueError in 'same' too, though the statement takes one of any size there
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    n, h, w, ci = x.shape
    kh, kw, ci2, co = k.shape
    if ci != ci2:
        raise ValueError("channels")
    if kh > h or kw > w:
        raise ValueError("kernel larger than the image")
    sh, sw = stride
    if padding == 'same':
        oh, ow = 1 + (h - 1) // sh, 1 + (w - 1) // sw
    else:
        oh, ow = 1 + (h - kh) // sh, 1 + (w - kw) // sw
    th = max((oh - 1) * sh + kh - h, 0)
    tw = max((ow - 1) * sw + kw - w, 0)
    p = np.zeros((n, h + th, w + tw, ci))
    p[:, th // 2:th // 2 + h, tw // 2:tw // 2 + w] = x
    y = np.zeros((n, oh, ow, co)) + b
    for a in range(kh):
        for d in range(kw):
            y += p[:, a::sh, d::sw][:, :oh, :ow] @ k[a, d].astype(float)
    return y
