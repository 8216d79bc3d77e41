# The output size is right but the loops run one step short, so the last row and column stay zero: `corr2d(np.ones((3, 3)), np.ones((2, 2)))`
import numpy as np

def corr2d(X, K):
    H, W = X.shape; h, w = K.shape
    if h > H or w > W:
        raise ValueError("kernel")
    Y = np.zeros((H - h + 1, W - w + 1))
    i = 0
    while i + h < H:
        j = 0
        while j + w < W:
            Y[i, j] = (X[i:i+h, j:j+w] * K).sum()
            j += 1
        i += 1
    return Y
