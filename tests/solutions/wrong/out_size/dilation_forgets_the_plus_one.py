# Effective size d*(k-1) without the +1: `out_size(8, 3)`
def effective_size(k, d):
    return d * (k - 1)

def out_size(n, k, p=0, s=1, d=1):
    if effective_size(k, d) > n + 2 * p:
        raise ValueError
    return (n + 2 * p - effective_size(k, d)) // s + 1
