# Raises AssertionError when the window is too large: `out_size(3, 4)`
def out_size(n, k, p=0, s=1, d=1):
    k = d * (k - 1) + 1
    n = n + 2 * p
    assert k <= n, "ValueError: window too large"
    return (n - k) // s + 1
