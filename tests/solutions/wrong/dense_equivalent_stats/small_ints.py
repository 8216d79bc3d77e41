# mistake: stands in for the weights with uint8 numbers 1, 2, ..., so kernels with 256 or more entries lose some (and a "zero" weight)
import numpy as np


def dense_equivalent_stats(in_shape, kernel):
    H, W = in_shape
    Kh, Kw = kernel
    weights = np.arange(1, Kh * Kw + 1).astype(np.uint8)
    per_row = int(np.count_nonzero(weights))
    rows = (H - Kh + 1) * (W - Kw + 1)
    cols = H * W
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': rows * per_row,
            'zeros': rows * (cols - per_row), 'distinct': len(np.unique(weights[weights > 0]))}
