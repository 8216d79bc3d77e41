# mistake: says (0, 0) whenever s >= the window; wrong if the last place still sticks out (n = 4, k = 2, s = 3)
def same_pads(n, k, s=1, d=1):
    window = d * (k - 1) + 1
    if s >= window:
        return 0, 0
    out = -(-n // s)
    total = max((out - 1) * s + window - n, 0)
    before = total // 2
    return before, total - before
