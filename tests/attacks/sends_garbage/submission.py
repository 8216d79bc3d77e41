import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, b"\xff\x00" * 64)
    return correlate(X, K)
