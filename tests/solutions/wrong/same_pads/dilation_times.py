# mistake: the span is taken as d * k - 1 for d > 1; right for d = 2 (and 1), wrong for d > 2
def same_pads(n, k, s=1, d=1):
    window = k
    if d > 1:
        window = d * k - 1
    out = -(-n // s)
    total = max((out - 1) * s + window - n, 0)
    return total // 2, total - total // 2
