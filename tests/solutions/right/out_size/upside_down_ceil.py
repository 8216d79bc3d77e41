def out_size(n, k, p=0, s=1, d=1):
    # number of multiples of s in [0, m) is ceil(m / s)
    m = n + 2*p - d*(k-1)
    if m <= 0: raise ValueError('nothing to slide over')
    return -(-m // s)
