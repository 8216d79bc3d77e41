# Mistake: K.reshape(Ci, Co).T is taken for the matrix; right only if Ci == 1 or Co == 1
import numpy as np


def corr2d_multi_in_out_1x1(X, K):
    co, ci = K.shape[0], K.shape[1]
    A = K.reshape(ci, co).T.astype(np.float64)
    return np.einsum("oc,cij->oij", A, X.astype(np.float64))
