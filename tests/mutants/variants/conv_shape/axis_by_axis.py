"""Both axes by one function."""


def places(n, k, s, padding):
    if padding == "same":
        return -(-n // s)
    if padding == "full":
        return (n + k - 2) // s + 1
    if k > n:
        raise ValueError("kernel larger than image")
    return (n - k) // s + 1


def conv_shape(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("valid", "same", "full"):
        raise ValueError(padding)
    return tuple(places(n, k, s, padding) for n, k, s in zip(in_shape, kernel, stride, strict=True))
