import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), returned(b"a\x0b\x08" + struct.pack("<Q", 1 << 32) * 8)))
    return correlate(X, K)
