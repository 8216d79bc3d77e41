"""Counts starts."""


def out_size(n, k, p=0, s=1, d=1):
    span = 1 + (k - 1) * d
    length = p + n + p
    if length < span:
        raise ValueError
    count = 0
    start = 0
    while start + span <= length:
        count += 1
        start += s
    return count
