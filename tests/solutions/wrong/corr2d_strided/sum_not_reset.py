# mistake: the sum is reset once a row, not once an entry; wrong from the second column on
import numpy as np


def corr2d_strided(X, K, stride):
    sh, sw = stride
    Kh, Kw = K.shape
    Ho = (X.shape[0] - Kh) // sh + 1
    Wo = (X.shape[1] - Kw) // sw + 1
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        total = 0.0
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    total += float(X[i * sh + a, j * sw + b]) * float(K[a, b])
            Y[i, j] = total
    return Y
