# style: scipy.linalg.toeplitz with first column and first row
import numpy as np
from scipy.linalg import toeplitz


def toeplitz_1d(k: np.ndarray, n: int) -> np.ndarray:
    m = n - k.size + 1
    if m < 1:
        raise ValueError(f"a kernel of {k.size} does not fit into a signal of {n}")
    first_row = np.concatenate([np.asarray(k, dtype=float), np.zeros(n - k.size)])
    first_col = np.zeros(m)
    first_col[0] = first_row[0]
    return toeplitz(first_col, first_row)
