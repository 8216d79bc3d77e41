def out_size(n, k, p=0, s=1, d=1):
    eff = d * (k - 1) + 1
    if eff > n + 2 * p:
        raise ValueError("kernel (with dilation) is larger than the input")
    return sum(1 for start in range(-p, n + p) if (start + p) % s == 0 and start + eff <= n + p)
