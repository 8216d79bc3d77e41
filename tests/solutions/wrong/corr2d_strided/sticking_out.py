# mistake: keeps a cut-off window at the bottom and right when the stride leaves pixels over (ceil instead of floor)
import numpy as np


def corr2d_strided(X, K, stride):
    sh, sw = stride
    Kh, Kw = K.shape
    Ho = int(np.ceil((X.shape[0] - Kh) / sh)) + 1
    Wo = int(np.ceil((X.shape[1] - Kw) / sw)) + 1
    P = np.zeros(((Ho - 1) * sh + Kh, (Wo - 1) * sw + Kw))
    P[:X.shape[0], :X.shape[1]] = X
    Y = np.zeros((Ho, Wo))
    for a in range(Kh):
        for b in range(Kw):
            Y += P[a:a + (Ho - 1) * sh + 1:sh, b:b + (Wo - 1) * sw + 1:sw] * K[a, b]
    return Y
