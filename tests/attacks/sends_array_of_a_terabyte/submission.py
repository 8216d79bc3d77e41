import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), returned(b"a\x05\x01" + struct.pack("<Q", 1 << 40))))
    return correlate(X, K)
