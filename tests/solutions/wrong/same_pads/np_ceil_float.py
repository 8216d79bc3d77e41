# mistake: np.ceil makes floats: (0.0, 1.0); right values, wrong type
import numpy as np


def same_pads(n, k, s=1, d=1):
    out = np.ceil(n / s)
    total = max((out - 1) * s + d * (k - 1) + 1 - n, 0)
    before = total // 2
    return before, total - before
