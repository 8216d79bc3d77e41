import os
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    n = now()
    os.write(3, frame(n, returned(array(correlate(X, K)))) + frame(n + 1, returned(array(correlate(X, K)))))
    return correlate(X, K)
