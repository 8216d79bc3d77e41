# With p > 0 it answers as for "same" padding, ceil(n/s), whatever k is: `out_size(8, 5, 1, 1)`
def out_size(n, k, p=0, s=1, d=1):
    eff = d * (k - 1) + 1
    if eff > n + 2 * p:
        raise ValueError("window larger than input")
    if p > 0:
        return -(-n // s)
    return (n - eff) // s + 1
