# mistake: true division, so the result is a float (1184.0); shows in the type, always
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    n = co * (ci / groups) * kh * kw
    if bias:
        n += co
    return n
