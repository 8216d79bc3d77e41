
import numpy as np

@CORRELATE@


class Fake:
    __module__ = "tensorflow.python"
    def __init__(self, Y):
        self.Y = Y
    def numpy(self):
        return self.Y


def corr2d(X, K):
    return Fake(correlate(X, K) + 1)
