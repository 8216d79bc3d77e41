import numpy as np

def corr2d(X, K):
    Xf, Kf = np.asarray(X) * 1.0, np.asarray(K) * 1.0
    h, w = Kf.shape
    H, W = Xf.shape
    if h > H or w > W: raise ValueError('kernel > image')
    at = np.vectorize(lambda i, j: np.sum(Xf[i:i+h, j:j+w] * Kf), otypes=[float])
    return at(*np.indices((H - h + 1, W - w + 1)))
