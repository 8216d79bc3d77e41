import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.close(3)
    return correlate(X, K)
