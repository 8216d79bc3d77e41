# Uses round(), which goes up for .75 (and to even for .5): `out_size(8, 5, 0, 4)`
def out_size(n, k, p=0, s=1, d=1):
    eff = d*(k-1)+1
    if eff > n + 2*p:
        raise ValueError('kernel too large')
    return round((n + 2*p - eff) / s) + 1
