# No check, returns zero or a negative number when the window does not fit: `out_size(3, 5)`
def out_size(n, k, p=0, s=1, d=1):
    return (n + 2 * p - d * (k - 1) - 1) // s + 1
