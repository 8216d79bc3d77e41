# Counts the steps and not the positions: `out_size(8, 3, 1, 1)`
def out_size(n, k, p=0, s=1, d=1):
    """Output size of a convolution."""
    eff = d * (k - 1) + 1
    if eff > n + 2 * p:
        raise ValueError("too big")
    return (n + 2 * p - eff) // s
