# Mistake: scipy convolve over three axes; the kernel is flipped back in two of them, the channels stay flipped; wrong if Ci > 1
import numpy as np
from scipy.signal import convolve


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    sh, sw = stride
    H, W = x.shape[1:3]
    Kh, Kw = k.shape[:2]
    if padding == 'same':
        th = max((-(-H // sh) - 1) * sh + Kh - H, 0)
        tw = max((-(-W // sw) - 1) * sw + Kw - W, 0)
        x = np.pad(x, ((0, 0), (th // 2, -(-th // 2)), (tw // 2, -(-tw // 2)), (0, 0)))
    y = [[convolve(img.astype(float), k[::-1, ::-1, :, o].astype(float), 'valid', 'direct')[::sh, ::sw, 0] + b[o]
          for o in range(k.shape[3])] for img in x]
    return np.moveaxis(np.array(y), 1, -1)
