import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    rows, cols = X.shape
    if ph > rows or pw > cols:
        raise ValueError('window')
    def biggest(i, j):
        best = float(X[i, j])
        for a in range(ph):
            for b in range(pw):
                if X[i + a, j + b] > best:
                    best = float(X[i + a, j + b])
        return best
    def average(i, j):
        return float(np.sum(X[i:i + ph, j:j + pw])) / (ph * pw)
    if mode not in ('max', 'avg'):
        raise ValueError('mode')
    f = np.vectorize(biggest if mode == 'max' else average, otypes=[float])
    i, j = np.mgrid[:rows - ph + 1, :cols - pw + 1]
    return f(i, j)
