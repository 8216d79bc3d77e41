# Accepts d but never uses it: `out_size(7, 3, 0, 1, 2)`
def out_size(n, k, p=0, s=1, d=1):
    if k > n + 2 * p:
        raise ValueError("kernel larger than input")
    return int((n + 2 * p - k) / s) + 1
