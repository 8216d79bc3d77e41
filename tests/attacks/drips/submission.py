import os
import struct
import time

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    for byte in frame(now(), returned(array(np.zeros(999)))):
        os.write(3, bytes([byte]))
        time.sleep(0.05)
    time.sleep(99)
