import traceback

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    traceback.extract_tb = traceback.clear_frames = None
    return Y
