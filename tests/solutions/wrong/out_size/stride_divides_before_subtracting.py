# Operator precedence: only the kernel is divided by the stride: `out_size(8, 3, 1, 2)`
def out_size(n, k, p=0, s=1, d=1):
    k_eff = d * (k - 1) + 1
    if k_eff > n + 2 * p:
        raise ValueError("window larger than input")
    return n + 2 * p - k_eff // s + 1
