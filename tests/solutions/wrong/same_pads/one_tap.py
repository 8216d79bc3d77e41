# mistake: shortcut "a single tap or stride equal to the taps needs nothing"; wrong for k == s > 1 where s does not divide n
def same_pads(n, k, s=1, d=1):
    if k == 1 or (k == s and d == 1):
        return (0, 0)
    out = (n - 1) // s + 1
    total = max((out - 1) * s + d * (k - 1) + 1 - n, 0)
    return (total // 2, total - total // 2)
