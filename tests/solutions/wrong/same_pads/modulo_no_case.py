# mistake: only n % s, without the case n % s == 0; wrong when s > 1 divides n
def same_pads(n, k, s=1, d=1):
    window = d * (k - 1) + 1
    total = window - n % s if s > 1 else window - 1
    total = max(total, 0)
    return total // 2, total - total // 2
