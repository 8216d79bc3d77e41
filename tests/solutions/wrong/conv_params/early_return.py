# mistake: return stands inside the loop over groups; wrong for groups > 1
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for g in range(groups):
        filters = co // groups
        total += filters * (ci // groups * kh * kw + (1 if bias else 0))
        return total
