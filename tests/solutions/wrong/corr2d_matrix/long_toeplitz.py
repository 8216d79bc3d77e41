# mistake: one Toeplitz matrix over the long vector, first Ho * Wo rows kept; windows run over the right edge unless Ho == 1 or Kw == 1
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    row = np.zeros((H, W))
    row[:Kh, :Kw] = K
    row = row.ravel()
    rows = (H - Kh + 1) * (W - Kw + 1)
    return np.array([np.roll(row, i) for i in range(rows)])
