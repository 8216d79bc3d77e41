# Mistake: the maximum is set back once for each row of the result, not for each window; wrong for 'max' when an entry right of a larger one is smaller
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    H, W = X.shape
    ph, pw = size
    sh, sw = size if stride is None else stride
    top = left = 0
    oh, ow = (H - ph) // sh + 1, (W - pw) // sw + 1
    if padding == 'same':
        oh, ow = -(-H // sh), -(-W // sw)
        top, left = max((oh - 1) * sh + ph - H, 0) // 2, max((ow - 1) * sw + pw - W, 0) // 2
    Y = np.zeros((oh, ow))
    for i in range(oh):
        best = float('-inf')
        for j in range(ow):
            total, count = 0.0, 0
            for a in range(ph):
                for b in range(pw):
                    r, c = i * sh + a - top, j * sw + b - left
                    if 0 <= r < H and 0 <= c < W:
                        best = max(best, float(X[r, c]))
                        total += float(X[r, c])
                        count += 1
            Y[i, j] = best if mode == 'max' else total / count
    return Y
