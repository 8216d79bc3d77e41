# Raises when the window is exactly as large as the padded axis: `out_size(5, 5)`
def out_size(n, k, p=0, s=1, d=1):
    span = n + 2 * p - d * (k - 1) - 1
    if not span > 0:
        raise ValueError("kernel must be smaller than input")
    return span // s + 1
