# Rounds up, so a partial last step counts as a position: `out_size(8, 3, 0, 2)`
import math

def out_size(n, k, p=0, s=1, d=1):
    k = d * (k - 1) + 1
    if k > n + 2 * p:
        raise ValueError("too large")
    return math.ceil((n + 2 * p - k) / s) + 1
