def _steps(room, s):
    # how many whole steps of s fit into room, without dividing
    if room < s:
        return 0
    twice = 2 * _steps(room, 2 * s)
    return twice + 1 if room - twice * s >= s else twice

def out_size(n, k, p=0, s=1, d=1):
    room = n + 2 * p - (k - 1) * d - 1
    if room < 0:
        raise ValueError("negative room")
    return 1 + _steps(room, s)
