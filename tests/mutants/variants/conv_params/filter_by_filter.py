"""Filter by filter."""


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    one = ci // groups * kh * kw
    if bias:
        one += 1
    total = 0
    for _ in range(co):
        total += one
    return total
