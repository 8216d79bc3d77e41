import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), returned(b"l\1\0\0\0" * 100_000 + b"N")))
    return correlate(X, K)
