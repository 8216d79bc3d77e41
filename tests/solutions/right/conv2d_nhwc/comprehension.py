# Style: comprehension over everything, float32, memoised padding helper (key: all that it depends on), prints
from functools import lru_cache

import numpy as np


@lru_cache(maxsize=None)
def axis_plan(n, k, s, padding):
    """starts of the windows in the padded axis, zeros before, zeros after"""
    if padding == "same":
        places = -(-n // s)
        total = max((places - 1) * s + k - n, 0)
        return tuple(range(0, places * s, s)), total // 2, total - total // 2
    return tuple(range(0, n - k + 1, s)), 0, 0


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    rows, top, bottom = axis_plan(int(x.shape[1]), int(k.shape[0]), int(stride[0]), padding)
    cols, left, right = axis_plan(int(x.shape[2]), int(k.shape[1]), int(stride[1]), padding)
    print(f"{len(rows)} x {len(cols)} places")
    p = np.pad(x.astype(np.float32), ((0, 0), (top, bottom), (left, right), (0, 0)))
    k32 = k.astype(np.float32)
    return np.array([[[[np.float32(b[o]) + np.sum(img[i:i + k.shape[0], j:j + k.shape[1], :] * k32[..., o])
                        for o in range(k.shape[3])]
                       for j in cols]
                      for i in rows]
                     for img in p], dtype=np.float32)
