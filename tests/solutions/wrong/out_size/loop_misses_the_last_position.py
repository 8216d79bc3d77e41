# Counts while start + k < total, so a window that ends exactly on the border is lost: `out_size(8, 3, 1, 1)`
def out_size(n, k, p=0, s=1, d=1):
    total = n + 2 * p
    k = d * (k - 1) + 1
    if k > total:
        raise ValueError("window does not fit")
    pos, count = 0, 0
    while pos + k < total:
        count += 1
        pos += s
    return count
