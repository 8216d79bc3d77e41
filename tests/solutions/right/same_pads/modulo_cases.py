# style: the two cases n % s == 0 and != 0, as in the TensorFlow guide
def same_pads(n: int, k: int, s: int = 1, d: int = 1) -> tuple[int, int]:
    span = (k - 1) * d + 1
    if n % s == 0:
        total = max(span - s, 0)
    else:
        total = max(span - n % s, 0)
    return (total // 2, total - total // 2)
