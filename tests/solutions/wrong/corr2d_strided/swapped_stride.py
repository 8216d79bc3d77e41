# mistake: strides swapped in the windows but not in the shape, clipped slices summed; wrong for sh != sw
import numpy as np


def corr2d_strided(X, K, stride):
    sh, sw = stride
    Kh, Kw = K.shape
    X = X.astype(float)
    Y = np.zeros(((X.shape[0] - Kh) // sh + 1, (X.shape[1] - Kw) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            win = X[i * sw:i * sw + Kh, j * sh:j * sh + Kw]
            Y[i, j] = (win * K[:win.shape[0], :win.shape[1]]).sum()
    return Y
