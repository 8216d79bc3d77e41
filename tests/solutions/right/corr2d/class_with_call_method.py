import numpy as np


class Correlator:
    def __init__(self, kernel):
        self.kernel = np.array(kernel, dtype=float)

    def _check(self, image):
        if (np.array(self.kernel.shape) > np.array(image.shape)).any():
            raise ValueError("Kernel larger than image")

    def __call__(self, image):
        self._check(image)
        kh, kw = self.kernel.shape
        rows = range(image.shape[0] - kh + 1)
        cols = range(image.shape[1] - kw + 1)
        return np.array([[np.sum(image[r:r + kh, c:c + kw] * self.kernel) for c in cols] for r in rows])


def corr2d(X, K):
    return Correlator(K)(np.asarray(X))
