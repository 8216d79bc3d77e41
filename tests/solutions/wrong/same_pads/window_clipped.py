# mistake: the window is cut to the axis' length; wrong where it is longer than the axis
def same_pads(n, k, s=1, d=1):
    window = min(d * (k - 1) + 1, n)
    out = -(-n // s)
    total = max((out - 1) * s + window - n, 0)
    return total // 2, total - total // 2
