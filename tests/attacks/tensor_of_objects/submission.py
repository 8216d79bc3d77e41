
import numpy as np

@CORRELATE@


class Fake:
    __module__ = "torch"
    def numpy(self):
        return np.array([[None]])


def corr2d(X, K):
    return Fake()
