import numpy as np

def corr2d(X, K):
    X = np.array(X, dtype=np.float64)
    K = np.array(K, dtype=np.float64)
    oh = X.shape[0] - K.shape[0] + 1
    ow = X.shape[1] - K.shape[1] + 1
    if min(oh, ow) <= 0:
        raise ValueError(f"kernel {K.shape} is larger than image {X.shape}")
    patches = np.stack([np.stack([X[i:i + K.shape[0], j:j + K.shape[1]] for j in range(ow)])
                        for i in range(oh)])
    return np.tensordot(patches, K, axes=([2, 3], [0, 1]))
