# Mistake: round(H / sh) instead of ceil; 'same' when the remainder is half the stride or less (never for stride 1, for stride 2 only some odd sizes)
import numpy as np


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    (N, H, W, Ci), (Kh, Kw, _, Co), (sh, sw) = x.shape, k.shape, stride
    if padding == 'same':
        Ho, Wo = max(round(H / sh), 1), max(round(W / sw), 1)
        th, tw = max((Ho - 1) * sh + Kh - H, 0), max((Wo - 1) * sw + Kw - W, 0)
    else:
        Ho, Wo, th, tw = (H - Kh) // sh + 1, (W - Kw) // sw + 1, 0, 0
    p = np.zeros((N, H + th, W + tw, Ci))
    p[:, th // 2:th // 2 + H, tw // 2:tw // 2 + W] = x
    y = np.zeros((N, Ho, Wo, Co))
    for i in range(Ho):
        for j in range(Wo):
            y[:, i, j] = p[:, i * sh:i * sh + Kh, j * sw:j * sw + Kw].reshape(N, -1) @ k.reshape(-1, Co) + b
    return y
