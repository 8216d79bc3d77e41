# Mistake: stride=None becomes (ph, ph); wrong for windows that are not square when the stride is left out
import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    if stride is None:
        stride = (size[0],) * 2
    H, W = X.shape
    reduce = np.max if mode == 'max' else np.mean
    if padding == 'same':
        oh, ow = -(-H // stride[0]), -(-W // stride[1])
        r0 = -(max((oh - 1) * stride[0] + size[0] - H, 0) // 2)
        c0 = -(max((ow - 1) * stride[1] + size[1] - W, 0) // 2)
    else:
        oh, ow = (H - size[0]) // stride[0] + 1, (W - size[1]) // stride[1] + 1
        r0 = c0 = 0
    rows = [slice(max(0, r0 + i * stride[0]), r0 + i * stride[0] + size[0]) for i in range(oh)]
    cols = [slice(max(0, c0 + j * stride[1]), c0 + j * stride[1] + size[1]) for j in range(ow)]
    return np.array([[float(reduce(X[r, c])) for c in cols] for r in rows])
