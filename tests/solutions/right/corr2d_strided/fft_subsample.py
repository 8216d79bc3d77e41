# style: FFT product with the conjugate, then every sh-th row and sw-th column
import numpy as np


def corr2d_strided(X, K, stride):
    H, W = X.shape
    Kh, Kw = K.shape
    F = np.fft.rfft2(X.astype(float))
    G = np.fft.rfft2(K.astype(float), s=(H, W))
    full = np.fft.irfft2(F * np.conj(G), s=(H, W))
    return full[:H - Kh + 1:stride[0], :W - Kw + 1:stride[1]].copy()
