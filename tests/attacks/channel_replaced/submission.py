import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.dup2(1, 3)
    return correlate(X, K)
