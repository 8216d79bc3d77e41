# Style: seven nested loops, C programmer, explicit padded batch
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    N, H, W, Ci = x.shape
    Kh, Kw, _, Co = k.shape
    sh, sw = stride
    top = left = 0
    Hp, Wp = H, W
    if padding == 'same':
        Ho = (H + sh - 1) // sh
        Wo = (W + sw - 1) // sw
        th = (Ho - 1) * sh + Kh - H
        if th < 0:
            th = 0
        tw = (Wo - 1) * sw + Kw - W
        if tw < 0:
            tw = 0
        top, left = th // 2, tw // 2
        Hp, Wp = H + th, W + tw
    else:
        Ho = (H - Kh) // sh + 1
        Wo = (W - Kw) // sw + 1
    p = np.zeros((N, Hp, Wp, Ci), dtype=np.float64)
    p[:, top:top + H, left:left + W, :] = x
    y = np.zeros((N, Ho, Wo, Co), dtype=np.float64)
    for n in range(N):
        for i in range(Ho):
            for j in range(Wo):
                for o in range(Co):
                    acc = float(b[o])
                    for a in range(Kh):
                        for d in range(Kw):
                            for c in range(Ci):
                                acc += p[n, i * sh + a, j * sw + d, c] * float(k[a, d, c, o])
                    y[n, i, j, o] = acc
    return y
