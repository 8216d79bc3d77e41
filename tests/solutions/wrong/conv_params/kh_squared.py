# mistake: kh ** 2 instead of kh * kw; only shows for kernels that are not square
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    return co * ((ci // groups) * kh ** 2 + bias)
