# style: C programmer, shifts, no max
def same_pads(n, k, s=1, d=1):
    o = n / s if False else n // s
    if o * s != n:
        o += 1
    t = (o - 1) * s + d * (k - 1) + 1
    if t > n:
        t -= n
    else:
        t = 0
    return (t >> 1, (t + 1) >> 1)
