# style: numpy, integers of numpy come back
import numpy as np


def same_pads(n, k, s=1, d=1):
    last_start = np.int64((n - 1) // s * s)
    end = last_start + d * (k - 1)          # last entry of the last window
    total = np.maximum(end - (n - 1), 0)
    half, rest = np.divmod(total, 2)
    return half, half + rest
