import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), returned(b"s\2\0\0\0\xff\xff")))
    return correlate(X, K)
