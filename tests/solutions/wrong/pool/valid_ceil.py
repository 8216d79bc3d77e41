# Mistake: 'valid' goes on to the windows that only begin inside (range(0, H, sh)); rows and columns left over give an additional row; wrong for 'valid' if something is left over
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    ph, pw = size
    sh, sw = size if stride is None else stride
    H, W = X.shape
    top = left = 0
    if padding == 'same':
        top = max((-(-H // sh) - 1) * sh + ph - H, 0) // 2
        left = max((-(-W // sw) - 1) * sw + pw - W, 0) // 2
    rows = []
    for r in range(-top, H - top, sh):
        row = []
        for c in range(-left, W - left, sw):
            w = X[max(r, 0):r + ph, max(c, 0):c + pw]
            if padding == 'valid' and min(w.shape) == 0:
                continue
            row.append(float(w.max()) if mode == 'max' else float(w.mean()))
        rows.append(row)
    return np.array(rows)
