# style: brute force, tries 0, 1, 2, ... zeros until the last window lies inside
from itertools import count


def fits(length, window, step, places):
    last_start = step * (places - 1)
    return last_start + window <= length


def same_pads(n, k, s=1, d=1):
    places = len(range(0, n, s))
    window = d * (k - 1) + 1
    total = next(t for t in count() if fits(n + t, window, s, places))
    # share them out one by one, behind first
    before = after = 0
    for i in range(total):
        if i % 2 == 0:
            after += 1
        else:
            before += 1
    return before, after


if __name__ == "__main__":
    assert same_pads(224, 7, 2) == (2, 3)
    print("ok")
