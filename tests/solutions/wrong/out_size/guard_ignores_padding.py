# The guard compares with n instead of n+2p, so a legal window raises: `out_size(2, 3, 1)`
def out_size(n, k, p=0, s=1, d=1):
    eff = d * (k - 1) + 1
    if eff > n:
        raise ValueError(f"{eff} > {n}")
    return (n + 2 * p - eff) // s + 1
