"""The formula."""


def same_pads(n, k, s=1, d=1):
    e = d * (k - 1) + 1
    total = max((-(-n // s) - 1) * s + e - n, 0)
    return total // 2, total - total // 2
