# mistake: the memo's key lacks the bias; wrong when the same layer is asked for with and without bias
_known = {}


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    key = (ci, co, kh, kw, groups)
    if key not in _known:
        _known[key] = co * (ci // groups * kh * kw + int(bias))
    return _known[key]
