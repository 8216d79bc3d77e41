"""Counts starts."""


def conv_shape(in_shape, kernel, stride=(1, 1), padding="valid"):
    out = []
    for axis in range(2):
        n, k, s = in_shape[axis], kernel[axis], stride[axis]
        if padding == "same":
            last = n - 1
        elif padding == "full":
            last = n + k - 2
        elif padding == "valid":
            last = n - k
        else:
            raise ValueError
        if last < 0:
            raise ValueError
        out.append(len(range(0, last + 1, s)))
    return tuple(out)
