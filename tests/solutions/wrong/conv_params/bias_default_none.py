# mistake: bias tested with "is not None", so False counts as a bias too; wrong for bias = False
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    params = (ci // groups) * kh * kw * co
    if bias is not None:
        params += co
    return params
