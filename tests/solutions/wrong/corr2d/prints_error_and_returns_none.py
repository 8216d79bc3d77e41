# Prints a message for a kernel that is too large and returns None: `corr2d(np.ones((2, 2)), np.ones((1, 5)))`
import numpy as np

def corr2d(X, K):
    h, w = K.shape
    oh, ow = X.shape[0] - h + 1, X.shape[1] - w + 1
    if oh < 1 or ow < 1:
        print("ValueError: kernel is larger than the image")
        return None
    Y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
