"""By the remainder."""


def same_pads(n, k, s=1, d=1):
    span = d * (k - 1) + 1
    total = span - s if n % s == 0 else span - n % s
    if total < 0:
        total = 0
    before = total // 2
    after = before + total % 2
    return (before, after)
