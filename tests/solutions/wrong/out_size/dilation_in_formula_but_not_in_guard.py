# The guard compares the undilated k, so a dilated window that is too large gives a number: `out_size(4, 3, 0, 1, 2)`
def out_size(n, k, p=0, s=1, d=1):
    if k > n + 2 * p:
        raise ValueError("window larger than padded axis")
    return (n + 2 * p - (d * (k - 1) + 1)) // s + 1
