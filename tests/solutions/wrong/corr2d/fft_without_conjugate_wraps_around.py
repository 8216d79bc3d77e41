# Multiplies the spectra without conjugating, which is a circular convolution: `corr2d(np.array([[1., 2., 3.]]), np.array([[1., 2.]]))`
import numpy as np

def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("kernel larger than image")
    F = np.fft.fft2(X) * np.fft.fft2(K, s=X.shape)
    Y = np.real(np.fft.ifft2(F))
    return Y[:X.shape[0] - K.shape[0] + 1, :X.shape[1] - K.shape[1] + 1]
