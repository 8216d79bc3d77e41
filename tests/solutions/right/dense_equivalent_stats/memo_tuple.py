# style: memoised helper that keeps a tuple; every call gets a new dict
from functools import lru_cache

KEYS = ("rows", "cols", "entries", "nonzeros", "zeros", "distinct")


@lru_cache(maxsize=128)
def _counts(H, W, Kh, Kw):
    r = (H - Kh + 1) * (W - Kw + 1)
    c = H * W
    e = r * c
    nz = r * Kh * Kw
    return r, c, e, nz, e - nz, Kh * Kw


def dense_equivalent_stats(in_shape, kernel):
    return dict(zip(KEYS, _counts(*in_shape, *kernel)))
