# Memoises on (n, k) and forgets p, s and d: `out_size(8, 3); out_size(8, 3, 1, 2)`
_cache = {}

def out_size(n, k, p=0, s=1, d=1):
    eff = d * (k - 1) + 1
    if eff > n + 2 * p:
        raise ValueError("window does not fit")
    if (n, k) not in _cache:
        _cache[n, k] = (n + 2 * p - eff) // s + 1
    return _cache[n, k]
