import numpy as np

def corr2d(X, K):
    H, W = X.shape
    Kh, Kw = K.shape
    if Kh > H or Kw > W:
        raise ValueError("K does not fit inside X")
    # correlation theorem: multiply by the conjugate; the valid part has no wrap-around
    FX = np.fft.rfft2(np.asarray(X, dtype=float))
    FK = np.fft.rfft2(np.asarray(K, dtype=float), s=(H, W))
    full = np.fft.irfft2(FX * np.conj(FK), s=(H, W))
    return full[:H - Kh + 1, :W - Kw + 1]
