# mistake: one bias for each kernel instead of each filter; right only without bias or when ci == groups
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    kernel = kh * kw
    if bias:
        kernel += 1
    return co * (ci // groups) * kernel
