import numpy as np


def total_pad(n, k, s):
    return max(((n + s - 1) // s - 1) * s + k - n, 0)


def pad(x, rows, cols, value=0):
    """pads axis 0 and 1 of an image, the odd row or column goes behind"""
    widths = [(rows // 2, rows - rows // 2), (cols // 2, cols - cols // 2)]
    widths += [(0, 0)] * (x.ndim - 2)
    return np.pad(x.astype(float), widths, constant_values=value)
