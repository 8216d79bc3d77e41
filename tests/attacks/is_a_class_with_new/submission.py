
import numpy as np

@CORRELATE@


class corr2d:
    def __new__(cls, X, K):
        return correlate(X, K)
