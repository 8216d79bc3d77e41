# style: linear algebra, the columns are the images of the unit vectors, np.correlate
import numpy as np
from functools import partial


def toeplitz_1d(k, n):
    if k.size > n:
        raise ValueError("kernel too long")
    apply = partial(np.correlate, v=k.astype(float), mode="valid")
    columns = [apply(e) for e in np.eye(n)]
    return np.stack(columns, axis=1)
