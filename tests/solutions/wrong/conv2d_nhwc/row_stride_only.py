# Mistake: stride[0] is used for the columns as well; wrong for sh != sw
import numpy as np


def out_len(n, k, s, same):
    return -(-n // s) if same else (n - k) // s + 1


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    s = stride[0]
    n, h, w, _ = x.shape
    kh, kw, _, co = k.shape
    same = padding == 'same'
    ho, wo = out_len(h, kh, s, same), out_len(w, kw, s, same)
    p = x.astype(float)
    if same:
        th = max((ho - 1) * s + kh - h, 0)
        tw = max((wo - 1) * s + kw - w, 0)
        p = np.pad(p, ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
    y = np.zeros((n, ho, wo, co)) + b
    for i in range(ho):
        for j in range(wo):
            for o in range(co):
                y[:, i, j, o] += (p[:, i * s:i * s + kh, j * s:j * s + kw] * k[..., o]).sum(axis=(1, 2, 3))
    return y
