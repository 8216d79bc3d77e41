# mistake: before and after mixed up when the total is odd (the extra zero in front, as in Caffe style)
def same_pads(n, k, s=1, d=1):
    out = -(-n // s)
    total = max((out - 1) * s + d * (k - 1) + 1 - n, 0)
    after = total // 2
    return total - after, after
