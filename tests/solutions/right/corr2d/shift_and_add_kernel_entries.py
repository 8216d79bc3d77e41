import numpy as np

def corr2d(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    kh, kw = K.shape
    oh, ow = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    if not (oh > 0 and ow > 0):
        raise ValueError("window larger than image")
    out = np.zeros((oh, ow))
    for (a, b), weight in np.ndenumerate(K):
        out += float(weight) * X[a:a + oh, b:b + ow]
    return out
