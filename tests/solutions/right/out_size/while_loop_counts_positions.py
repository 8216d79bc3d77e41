def out_size(n, k, p=0, s=1, d=1):
    """Slide the window for real and count."""
    total = p + n + p
    effective = d * (k - 1) + 1
    if effective > total:
        raise ValueError("effective window %d > padded length %d" % (effective, total))
    count = 0
    left = 0
    while left + effective <= total:
        count += 1
        left += s
    return count
