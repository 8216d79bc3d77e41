# mistake: the grouped branch divides with /, so a float comes back when groups > 1
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    if groups == 1:
        weights = kh * kw * ci * co
    else:
        weights = kh * kw * (ci / groups) * co
    return weights + (co if bias else 0)
