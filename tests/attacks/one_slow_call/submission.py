import time

import numpy as np

@CORRELATE@


DONE = []


def corr2d(X, K):
    if not DONE:
        DONE.append(1)
        time.sleep(0.3)
    return correlate(X, K)
