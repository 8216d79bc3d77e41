# As in pooling layers, the stride defaults to the window size: `out_size(8, 3)`
def out_size(n, k, p=0, s=None, d=1):
    if s is None:
        s = k
    k = d * (k - 1) + 1
    if k > n + 2 * p:
        raise ValueError("window does not fit")
    return (n + 2 * p - k) // s + 1
