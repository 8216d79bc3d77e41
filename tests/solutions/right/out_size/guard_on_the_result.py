def out_size(n, k, p=0, s=1, d=1):
    out = (n + 2 * p - d * (k - 1) - 1) // s + 1
    print("out =", out)
    if out < 1:
        raise ValueError("output would be empty: %r" % out)
    return out


if __name__ == '__main__':
    assert out_size(224, 11, 0, 4) == 54
    assert out_size(7, 3, 0, 1, 2) == 3
