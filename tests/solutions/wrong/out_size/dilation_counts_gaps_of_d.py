# Puts d zeros between the taps instead of d-1, but only for d > 1: `out_size(7, 3, 0, 1, 2)`
def out_size(n, k, p=0, s=1, d=1):
    eff = k
    if d > 1:
        eff = k + (k - 1) * d
    if eff > n + 2 * p:
        raise ValueError("window too large")
    return (n + 2 * p - eff) // s + 1
