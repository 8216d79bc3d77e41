import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    while True:
        os.write(3, frame(now(), returned(b"N")))
    return correlate(X, K)
