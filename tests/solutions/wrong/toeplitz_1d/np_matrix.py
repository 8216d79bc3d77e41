# mistake: todense() gives np.matrix, for which T @ x has shape (1, m) instead of (m,); the entries are right
import numpy as np
import scipy.sparse as sp


def toeplitz_1d(k, n):
    m = n - len(k) + 1
    if m < 1:
        raise ValueError('kernel longer than signal')
    T = sp.lil_matrix((m, n))
    for i in range(m):
        for a in range(len(k)):
            T[i, i + a] = k[a]
    return T.todense()
