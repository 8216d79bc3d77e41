# mistake: early return for 1x1 kernels forgets the bias; only shows for kh = kw = 1 with bias
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    channels = ci // groups
    if kh == 1 and kw == 1:
        return channels * co
    total = channels * co * kh * kw
    if bias:
        total = total + co
    return total
