# Style: FFT of every channel, the conjugate spectrum of the kernel gives the correlation
import numpy as np


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("number of channels differs")
    _, H, W = X.shape
    _, kh, kw = K.shape
    FX = np.fft.rfft2(X.astype(float), s=(H, W), axes=(1, 2))
    FK = np.fft.rfft2(K.astype(float), s=(H, W), axes=(1, 2))
    full = np.fft.irfft2((FX * FK.conj()).sum(axis=0), s=(H, W))
    # circular correlation: only the places without wrap-around are valid
    return full[: H - kh + 1, : W - kw + 1]
