# mistake: dilation ignored when s > 1, as in layers where only one of the two may differ from 1; wrong for s > 1 and d > 1
def same_pads(n, k, s=1, d=1):
    if s > 1:
        window = k
    else:
        window = (k - 1) * d + 1
    out = (n + s - 1) // s
    pad = max(0, (out - 1) * s + window - n)
    return pad // 2, pad - pad // 2
