import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.set_blocking(3, False)
    return correlate(X, K)
