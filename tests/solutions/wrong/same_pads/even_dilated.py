# mistake: the halves are taken tap by tap, d * (half of the taps); wrong for even k with d > 1
def same_pads(n, k, s=1, d=1):
    if s == 1:
        before = (k - 1) // 2 * d
        after = k // 2 * d
        return before, after
    out = -(-n // s)
    total = max((out - 1) * s + d * (k - 1) + 1 - n, 0)
    return total // 2, total - total // 2
