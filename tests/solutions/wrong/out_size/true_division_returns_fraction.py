# Divides with / and returns a float that need not be whole: `out_size(8, 3, 1, 4)`
def out_size(n, k, p=0, s=1, d=1):
    k = d * (k - 1) + 1
    if k > n + 2 * p:
        raise ValueError("window larger than padded input")
    return (n + 2 * p - k) / s + 1
