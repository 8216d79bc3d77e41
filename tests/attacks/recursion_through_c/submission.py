import sys

import numpy as np

@CORRELATE@


class Deep:
    def __len__(self):
        return len(self)


def corr2d(X, K):
    sys.setrecursionlimit(10**9)
    return len(Deep())
