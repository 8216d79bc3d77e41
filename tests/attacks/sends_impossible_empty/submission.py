import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), returned(b"a\x0b\x04" + struct.pack("<4Q", 0, 1 << 32, 1 << 32, 1 << 32))))
    return correlate(X, K)
