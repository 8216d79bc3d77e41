"""Group by group."""


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    seen, filters = ci // groups, co // groups
    weights = groups * (seen * filters * kh * kw)
    return weights + co * int(bias)
