# Without p it pads k//2 "as usual": `out_size(8, 3)`
def out_size(n, k, p=None, s=1, d=1):
    p = k // 2 if p is None else p
    eff = d * (k - 1) + 1
    if eff > n + 2 * p:
        raise ValueError("window does not fit")
    return (n + 2 * p - eff) // s + 1
