# mistake: with groups, one bias per group instead of per filter; wrong for groups > 1 unless co == groups
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    def one_group(a, b):
        return a * b * kh * kw

    n = groups * one_group(ci // groups, co // groups)
    if bias:
        n += co if groups == 1 else groups
    return n
