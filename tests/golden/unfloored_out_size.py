def out_size(n, k, p=0, s=1, d=1):
    span = d * (k - 1) + 1
    if span > n + 2 * p:
        raise ValueError("window too large")
    return (n + 2 * p - span) / s + 1
