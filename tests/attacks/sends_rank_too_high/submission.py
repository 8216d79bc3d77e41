import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), returned(b"a\x0b\xff" + struct.pack("<Q", 1) * 255)))
    return correlate(X, K)
