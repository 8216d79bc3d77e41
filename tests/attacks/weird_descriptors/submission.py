import os

import numpy as np

@CORRELATE@


DONE = []


def corr2d(X, K):
    if not DONE:
        DONE.append(os.pipe())
        os.dup2(DONE[0][1], 1)
    print("x")
    return correlate(X, K)
