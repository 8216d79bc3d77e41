# Treats a stride that leaves a rest as an error instead of flooring: `out_size(8, 3, 0, 2)`
def out_size(n, k, p=0, s=1, d=1):
    span = n + 2 * p - (d * (k - 1) + 1)
    if span < 0:
        raise ValueError("window larger than input")
    if span % s != 0:
        raise ValueError("stride does not fit")
    return span // s + 1
