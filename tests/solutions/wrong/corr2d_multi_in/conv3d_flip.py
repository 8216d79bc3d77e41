# Mistake: scipy convolve in 3D with the kernel flipped up-down and left-right, but the channel axis is flipped by convolve; shows for 2 or more channels
import numpy as np
from scipy.signal import convolve


def corr2d_multi_in(X, K):
    if len(X) != len(K):
        raise ValueError("number of channels")
    flipped = K[:, ::-1, ::-1].astype(float)      # convolve flips, so flip back
    return convolve(X.astype(float), flipped, mode="valid", method="direct")[0]
