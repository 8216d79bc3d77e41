def out_size(n: int, k: int, p: int = 0, s: int = 1, d: int = 1) -> int:
    q, _rest = divmod(n + 2 * p - d * (k - 1) - 1, s)
    if q < 0:   # q is negative exactly when the window does not fit
        raise ValueError("window does not fit")
    return q + 1
