"""The length of a range of starts."""


def out_size(n, k, p=0, s=1, d=1):
    last = n + 2 * p - d * (k - 1) - 1
    if last < 0:
        raise ValueError("does not fit")
    return len(range(0, last + 1, s))
