# Style: functools.reduce over the size * size shifted and strided slices, type hints
from functools import reduce
from itertools import product

import numpy as np


def pool_nhwc(x: np.ndarray, size: int, mode: str = "max") -> np.ndarray:
    h, w = (x.shape[1] // size) * size, (x.shape[2] // size) * size
    parts = (x[:, a:h:size, b:w:size].astype(np.float64) for a, b in product(range(size), repeat=2))
    if mode == "max":
        return reduce(np.maximum, parts)
    return reduce(np.add, parts) / size ** 2
