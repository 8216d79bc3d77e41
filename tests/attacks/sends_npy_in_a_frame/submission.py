import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), b"\x93NUMPY\x01\x00v\x00{'descr': '|O'}"))
    return correlate(X, K)
