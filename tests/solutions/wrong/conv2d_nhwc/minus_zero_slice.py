# Mistake: the image is put into p[:, top:-bottom, left:-right]; with no zeros below or right the slice is empty: crash for 'same' if total of one axis is 0
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    n, h, w, c = x.shape
    kh, kw, _, co = k.shape
    sh, sw = stride
    if padding == 'same':
        oh, ow = int(np.ceil(h / sh)), int(np.ceil(w / sw))
        th = max((oh - 1) * sh + kh - h, 0)
        tw = max((ow - 1) * sw + kw - w, 0)
        top, left = th // 2, tw // 2
        p = np.zeros((n, h + th, w + tw, c))
        if th or tw:
            p[:, top:-(th - top), left:-(tw - left)] = x
        else:
            p[...] = x
    else:
        oh, ow = (h - kh) // sh + 1, (w - kw) // sw + 1
        p = x.astype(float)
    y = np.zeros((n, oh, ow, co))
    for a in range(kh):
        for d in range(kw):
            y += np.dot(p[:, a:a + sh * (oh - 1) + 1:sh, d:d + sw * (ow - 1) + 1:sw], k[a, d].astype(float))
    return y + b
