def out_size(n, k, p=0, s=1, d=1):
    last_start = n + 2*p - (d*(k-1) + 1)
    if last_start < 0:
        raise ValueError
    return len(range(0, last_start + 1, s))
