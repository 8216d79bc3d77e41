# Style: sliding_window_view and einsum, type hints
from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray


def corr2d_multi_in(X: NDArray, K: NDArray) -> NDArray[np.float64]:
    if X.shape[0] != K.shape[0]:
        raise ValueError(f"{X.shape[0]} channels in the image, {K.shape[0]} in the filter")
    patches = sliding_window_view(X, K.shape[1:], axis=(1, 2))
    return np.einsum("cijab,cab->ij", patches, K, dtype=np.float64)
