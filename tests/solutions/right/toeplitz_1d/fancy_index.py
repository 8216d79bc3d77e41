# style: fancy indexing, long names, logging
import logging
import numpy as np

log = logging.getLogger(__name__)


def toeplitz_1d(k, n):
    length_of_kernel = k.shape[0]
    if length_of_kernel > n:
        log.error("kernel %d, signal %d", length_of_kernel, n)
        raise ValueError("The kernel is longer than the signal.")
    row_indices = np.arange(n - length_of_kernel + 1).reshape(-1, 1)
    column_indices = row_indices + np.arange(length_of_kernel).reshape(1, -1)
    the_matrix = np.zeros((n - length_of_kernel + 1, n), dtype=np.float64)
    the_matrix[row_indices, column_indices] = k
    return the_matrix
