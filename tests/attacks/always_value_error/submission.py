
import numpy as np

@CORRELATE@


def corr2d(X, K):
    raise ValueError("the kernel is larger than the image")
