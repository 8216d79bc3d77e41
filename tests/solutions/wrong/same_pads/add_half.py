# mistake: int(n / s + 0.5) instead of rounding up; wrong where n / s has a fraction below one half
def same_pads(n, k, s=1, d=1):
    out = max(1, int(n / s + 0.5))
    total = max((out - 1) * s + d * (k - 1) + 1 - n, 0)
    return total // 2, total - total // 2
