import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    H, W = X.shape
    if ph > H or pw > W:
        raise ValueError("too large")
    if mode == 'avg':
        S = np.zeros((H + 1, W + 1))
        S[1:, 1:] = np.cumsum(np.cumsum(np.asarray(X, dtype=float), axis=0), axis=1)
        return (S[ph:, pw:] - S[:-ph, pw:] - S[ph:, :-pw] + S[:-ph, :-pw]) / (ph * pw)
    if mode == 'max':
        return np.array([[max(map(float, X[i:i + ph, j:j + pw].flatten())) for j in range(W - pw + 1)]
                         for i in range(H - ph + 1)])
    raise ValueError(f"no such mode: {mode}")
