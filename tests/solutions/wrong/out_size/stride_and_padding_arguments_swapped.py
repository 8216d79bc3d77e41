# The signature has s before p: `out_size(8, 5, 1, 4)`
def out_size(n, k, s=1, p=0, d=1):
    eff = d * (k - 1) + 1
    if eff > n + 2 * p:
        raise ValueError("window does not fit")
    return (n + 2 * p - eff) // s + 1
