import math

def out_size(n, k, p=0, s=1, d=1):
    k_eff = k + (k - 1) * (d - 1)
    if n + 2 * p < k_eff:
        raise ValueError('effective kernel too large')
    return math.floor((n + 2 * p - k_eff) / s + 1)
