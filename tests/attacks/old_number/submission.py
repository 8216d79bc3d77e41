import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    os.write(3, frame(now() - 1, returned(array(correlate(X, K)))))
    return correlate(X, K)
