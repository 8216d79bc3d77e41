import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    while True:
        os.write(3, bytes(1 << 16))
    return correlate(X, K)
