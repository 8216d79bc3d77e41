# Style: textbook, a corr2d helper and sum(...) of a generator, channel check first, demo block
import numpy as np


def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("channel mismatch")
    # as float, otherwise uint8 images overflow
    return sum(corr2d(x.astype(float), k.astype(float)) for x, k in zip(X, K))


if __name__ == "__main__":
    X = np.array([[[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[1, 2, 3], [4, 5, 6], [7, 8, 9]]])
    K = np.array([[[0, 1], [2, 3]], [[1, 2], [3, 4]]])
    print(corr2d_multi_in(X, K))
