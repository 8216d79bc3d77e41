import os
import struct
import time

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now(), returned(b"N"))[:20])
    time.sleep(99)
