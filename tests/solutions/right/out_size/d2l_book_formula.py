def out_size(n, k, p=0, s=1, d=1):
    # d2l: floor((n_h - k_h + p_h + s_h) / s_h), where p_h is the TOTAL padding
    k = d * (k - 1) + 1
    p = 2 * p
    if k > n + p:
        raise ValueError("kernel larger than padded input")
    return (n - k + p + s) // s
