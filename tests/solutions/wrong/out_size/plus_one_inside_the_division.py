# Adds the 1 before dividing by the stride: `out_size(8, 3, 1, 3)`
def out_size(n, k, p=0, s=1, d=1):
    k_eff = d * (k - 1) + 1
    if k_eff > n + 2 * p:
        raise ValueError("window larger than padded input")
    return (n + 2 * p - k_eff + 1) // s
