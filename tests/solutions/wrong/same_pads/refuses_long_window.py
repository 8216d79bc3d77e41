# mistake: refuses a window longer than the axis with ValueError, though it is allowed
def same_pads(n, k, s=1, d=1):
    window = d * (k - 1) + 1
    if window > n:
        raise ValueError('window longer than axis')
    out = -(-n // s)
    total = max((out - 1) * s + window - n, 0)
    before = total // 2
    return before, total - before
