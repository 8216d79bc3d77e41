NO_PADDING = 0
UNIT_STRIDE = 1
NO_DILATION = 1
SIDES = 2


def effective(k, d):
    return d * (k - 1) + 1


def padded(n, p):
    return n + SIDES * p


def out_size(n, k, p=NO_PADDING, s=UNIT_STRIDE, d=NO_DILATION):
    e, t = effective(k, d), padded(n, p)
    if e > t:
        raise ValueError(f"{e} > {t}")
    return (t - e) // s + 1
