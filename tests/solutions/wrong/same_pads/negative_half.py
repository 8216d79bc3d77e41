# mistake: max() only on the front half, so the back half can be negative; wrong when the axis is long enough already
def same_pads(n, k, s=1, d=1):
    out = -(-n // s)
    total = (out - 1) * s + d * (k - 1) + 1 - n
    before = max(total // 2, 0)
    after = total - before
    return before, after
