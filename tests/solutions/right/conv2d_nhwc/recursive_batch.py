# Style: recursion over the batch, a generator of windows, np.dot of flattened windows, Fortran-order result
import numpy as np


def windows(img, kh, kw, sh, sw):
    for i in range(0, img.shape[0] - kh + 1, sh):
        for j in range(0, img.shape[1] - kw + 1, sw):
            yield i // sh, j // sw, img[i:i + kh, j:j + kw].ravel()


def single(img, k, b, stride):
    kh, kw, ci, co = k.shape
    sh, sw = stride
    out = np.zeros(((img.shape[0] - kh) // sh + 1, (img.shape[1] - kw) // sw + 1, co), order="F")
    M = k.reshape(kh * kw * ci, co)
    for i, j, v in windows(img, kh, kw, sh, sw):
        out[i, j] = np.dot(v, M) + b
    return out


def pad_same(img, k, stride):
    widths = []
    for axis in (0, 1):
        n, f, s = img.shape[axis], k.shape[axis], stride[axis]
        o = (n + s - 1) // s
        t = (o - 1) * s + f - n
        if t > 0:
            widths.append((t // 2, t - t // 2))
        else:
            widths.append((0, 0))
    return np.pad(img, widths + [(0, 0)])


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    first = x[0].astype(float)
    if padding == "same":
        first = pad_same(first, k, stride)
    if len(x) == 1:
        return single(first, k.astype(float), b.astype(float), stride)[None]
    half = len(x) // 2
    return np.asfortranarray(np.concatenate([conv2d_nhwc(x[:half], k, b, stride, padding),
                                             conv2d_nhwc(x[half:], k, b, stride, padding)]))
