# mistake: inside the loop over groups all co biases are added each time; wrong for groups > 1 with bias
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    total = 0
    for g in range(groups):
        total += (ci // groups) * (co // groups) * kh * kw
        if bias:
            total += co
    return total
