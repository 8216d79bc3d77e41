import numpy as np

def corr2d(X, K):
    X = np.asarray(X, dtype=float)
    K = np.asarray(K, dtype=float)
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError('kernel must fit in the image')
    out = []
    for i in range(X.shape[0] - K.shape[0] + 1):
        out.append(sum(np.correlate(X[i + a], K[a], mode='valid') for a in range(K.shape[0])))
    return np.array(out)
