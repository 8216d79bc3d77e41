# style: C programmer, loops over groups and filters and counts them
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    g = 0
    while g < groups:
        f = 0
        while f < co // groups:
            total += kh * kw * (ci // groups)
            if bias:
                total += 1
            f += 1
        g += 1
    return total


if __name__ == "__main__":
    print(conv_params(3, 32, 3, 3))
    print(conv_params(16, 32, 3, 3, 4))
