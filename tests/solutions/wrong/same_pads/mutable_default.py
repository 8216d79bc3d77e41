# mistake: mutable default collects the pads of all calls and the first pair is returned for ever; wrong from the second call on
def same_pads(n, k, s=1, d=1, pads=[]):
    out = -(-n // s)
    total = max((out - 1) * s + d * (k - 1) + 1 - n, 0)
    pads.append((total // 2, total - total // 2))
    return pads[0]
