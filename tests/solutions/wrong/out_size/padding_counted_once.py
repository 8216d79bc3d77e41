# Adds the padding once instead of on each side: `out_size(8, 3, 1, 1)`
def out_size(n, k, p=0, s=1, d=1):
    k_eff = d * (k - 1) + 1
    if k_eff > n + p:
        raise ValueError("window larger than padded input")
    return (n + p - k_eff) // s + 1
