import numpy as np


class Pool2D:
    MODES = ('max', 'avg')

    def __init__(self, size, mode):
        if mode not in self.MODES:
            raise ValueError(f'mode has to be one of {self.MODES}')
        self.ph, self.pw = size
        self.mode = mode

    def forward(self, X):
        H, W = X.shape
        if self.ph > H or self.pw > W:
            raise ValueError('window larger than image')
        out = np.empty((H - self.ph + 1, W - self.pw + 1))
        for idx in np.ndindex(out.shape):
            r, c = idx
            window = X[r:r + self.ph, c:c + self.pw]
            out[idx] = window.max() if self.mode == 'max' else window.sum() / window.size
        return out


def pool2d(X, pool_size, mode='max'):
    return Pool2D(pool_size, mode).forward(X)
