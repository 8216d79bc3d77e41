# Mistake: k.shape is assigned to flatten the filters: the caller's k has another shape afterwards (numbers are right)
import warnings
import numpy as np

warnings.simplefilter("ignore")


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    kh, kw, ci, co = k.shape
    sh, sw = stride
    n, h, w, _ = x.shape
    th = tw = 0
    if padding == 'same':
        th = max(((h - 1) // sh) * sh + kh - h, 0)
        tw = max(((w - 1) // sw) * sw + kw - w, 0)
    p = np.pad(x.astype(float), ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
    oh, ow = (h + th - kh) // sh + 1, (w + tw - kw) // sw + 1
    if k.flags.c_contiguous:
        k.shape = (kh * kw * ci, co)
    else:
        k = k.reshape(-1, co)
    y = np.empty((n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = p[:, i * sh:i * sh + kh, j * sw:j * sw + kw].reshape(n, -1) @ k + b
    return y
