# mistake: round(total / 2) goes to the even neighbour; wrong for totals 3, 7, 11, ...
def same_pads(n, k, s=1, d=1):
    out = -(-n // s)
    total = max((out - 1) * s + d * (k - 1) + 1 - n, 0)
    before = round(total / 2)
    return before, total - before
