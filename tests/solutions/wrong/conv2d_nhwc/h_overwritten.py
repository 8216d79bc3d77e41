# Mistake: H and W are overwritten by the padded sizes, and then ceil(H / sh) counts the places: too many rows or columns for 'same' on many sizes (hidden where ceil of both agrees, e.g. 1x1 kernels)
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    N, H, W, Ci = x.shape
    Kh, Kw, _, Co = k.shape
    sh, sw = stride
    p = x.astype(float)
    if padding == 'same':
        th = max((-(-H // sh) - 1) * sh + Kh - H, 0)
        tw = max((-(-W // sw) - 1) * sw + Kw - W, 0)
        p = np.pad(p, ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
        H, W = p.shape[1:3]
        Ho, Wo = -(-H // sh), -(-W // sw)
    else:
        Ho, Wo = (H - Kh) // sh + 1, (W - Kw) // sw + 1
    y = np.zeros((N, Ho, Wo, Co))
    for i in range(Ho):
        for j in range(Wo):
            w = p[:, i * sh:i * sh + Kh, j * sw:j * sw + Kw]
            y[:, i, j] = np.einsum('nadc,adco->no', w, k[:w.shape[1], :w.shape[2]].astype(float))
    return y + b
