# Prints the answer and returns None: `out_size(8, 3, 1, 1)`
def out_size(n, k, p=0, s=1, d=1):
    eff = d * (k - 1) + 1
    if eff > n + 2 * p:
        raise ValueError("window does not fit")
    print((n + 2 * p - eff) // s + 1)
