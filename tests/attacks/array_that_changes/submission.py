import threading

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    threading.Thread(target=Y.fill, args=(0,)).start()
    return Y
