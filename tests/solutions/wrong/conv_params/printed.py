# mistake: prints the number instead of returning it
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    n = co * (ci // groups * kh * kw + bool(bias))
    print(n)
