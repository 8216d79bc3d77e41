# Mistake: X[r:r + ph] with a negative r counts from the end: windows that begin in the padding in front are empty or wrong; 'same' with 2 or more cells added on an axis
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    (H, W), (ph, pw) = X.shape, size
    sh, sw = size if stride is None else stride
    r0 = c0 = 0
    if padding == 'same':
        oh, ow = -(-H // sh), -(-W // sw)
        r0 = max((oh - 1) * sh + ph - H, 0) // 2
        c0 = max((ow - 1) * sw + pw - W, 0) // 2
    else:
        oh, ow = (H - ph) // sh + 1, (W - pw) // sw + 1
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            w = X[i * sh - r0:i * sh - r0 + ph, j * sw - c0:j * sw - c0 + pw]
            if w.size:
                Y[i, j] = w.max() if mode == 'max' else w.mean()
    return Y
