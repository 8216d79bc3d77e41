# mistake: refuses groups == ci or groups == co (depthwise layers), though they are allowed; groups = 1 is let through
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    if groups > 1 and groups >= min(ci, co):
        raise ValueError("too many groups")
    if ci % groups != 0 or co % groups != 0:
        raise ValueError("groups must divide ci and co")
    return int(co * (ci // groups) * kh * kw + co * int(bias))
