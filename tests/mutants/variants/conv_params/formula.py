"""The formula."""


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    return co * (ci // groups) * kh * kw + (co if bias else 0)
