"""Zeros are added one by one, behind first."""


def same_pads(n, k, s=1, d=1):
    span = (k - 1) * d + 1
    places = (n + s - 1) // s
    before = after = 0
    while (places - 1) * s + span > before + n + after:
        if before < after:
            before += 1
        else:
            after += 1
    return before, after
