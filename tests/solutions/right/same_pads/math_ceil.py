# style: math.ceil on a true quotient; exact for n below 2**53
import math
from typing import Tuple


def same_pads(n, k, s=1, d=1) -> Tuple[int, int]:
    out = math.ceil(n / s)
    keff = k + (k - 1) * (d - 1)
    pad = (out - 1) * s + keff - n
    if pad < 0:
        pad = 0
    return int(math.floor(pad / 2)), int(math.ceil(pad / 2))
