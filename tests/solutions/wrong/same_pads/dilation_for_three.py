# mistake: k + 2 * (d - 1) is the span of three taps only; wrong for d > 1 and k != 3
def same_pads(n, k, s=1, d=1):
    window = k + 2 * (d - 1)
    out = -(-n // s)
    total = max((out - 1) * s + window - n, 0)
    return (total // 2, total - total // 2)
