# style: numpy with Python ints inside (dtype=object), so nothing overflows
import numpy as np


def dense_equivalent_stats(in_shape, kernel):
    n = np.array([int(v) for v in in_shape], dtype=object)
    k = np.array([int(v) for v in kernel], dtype=object)
    m = n - k + 1
    r, c, w = m.prod(), n.prod(), k.prod()
    names = "rows cols entries nonzeros zeros distinct".split()
    return {a: int(b) for a, b in zip(names, (r, c, r * c, r * w, r * (c - w), w))}
