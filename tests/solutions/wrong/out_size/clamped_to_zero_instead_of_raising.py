# Returns max(0, ...) for a window that does not fit: `out_size(3, 7)`
def out_size(n, k, p=0, s=1, d=1):
    padded = n + 2 * p
    eff = d * (k - 1) + 1
    return max(0, (padded - eff) // s + 1)
