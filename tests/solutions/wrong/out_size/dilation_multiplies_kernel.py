# Takes d*k as the effective size instead of d*(k-1)+1: `out_size(7, 3, 0, 1, 2)`
def out_size(n, k, p=0, s=1, d=1):
    window = d * k
    if window > n + 2 * p:
        raise ValueError("window too large")
    return (n + 2 * p - window) // s + 1
