import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), b"m\1\0\0\0l\0\0\0\0N"))
    return correlate(X, K)
