# Style: a loop over the taps of the kernel, strided slices, matrix product over the channels; accumulator starts at the bias
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    n, h, w, ci = x.shape
    kh, kw, ci2, co = k.shape
    assert ci == ci2
    sh, sw = stride
    p = x.astype("f8")
    if padding == "same":
        oh, ow = -(-h // sh), -(-w // sw)
        ph = max((oh - 1) * sh + kh - h, 0)
        pw = max((ow - 1) * sw + kw - w, 0)
        p = np.pad(p, [(0, 0), (ph // 2, (ph + 1) // 2), (pw // 2, (pw + 1) // 2), (0, 0)], mode="constant")
    else:
        oh, ow = 1 + (h - kh) // sh, 1 + (w - kw) // sw
    y = np.empty((n, oh, ow, co))
    y[...] = b
    for a in range(kh):
        for d in range(kw):
            tap = p[:, a:a + (oh - 1) * sh + 1:sh, d:d + (ow - 1) * sw + 1:sw]
            y += tap @ k[a, d].astype("f8")
    return y
