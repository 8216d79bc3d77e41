import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), returned(b"i\xff" + b"\x7f" * 255)))
    return correlate(X, K)
