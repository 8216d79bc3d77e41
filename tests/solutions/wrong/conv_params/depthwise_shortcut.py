# mistake: for groups == ci it counts a depthwise layer with one filter per channel; wrong when groups == ci and co != ci (also ci = 1)
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    if groups == ci:
        # depthwise: each channel has its own kernel
        return ci * kh * kw + (ci if bias else 0)
    return co * (ci // groups * kh * kw + (1 if bias else 0))
