# style: one line, ternary for the bias
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    return co * (ci // groups * kh * kw + (1 if bias else 0))
