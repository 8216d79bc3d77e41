# style: match statement, a NamedTuple as the result (it is a tuple)
from typing import NamedTuple


class Size(NamedTuple):
    height: int
    width: int


def conv_shape(in_shape, kernel, stride=(1, 1), padding="valid"):
    def axis(i):
        n, k, s = in_shape[i], kernel[i], stride[i]
        match padding:
            case "valid":
                pad = 0
            case "full":
                pad = k - 1
            case "same":
                return (n - 1) // s + 1
            case _:
                raise ValueError(f"padding {padding!r}")
        room = n + 2 * pad - k
        if room < 0:
            raise ValueError("the kernel sticks out")
        return room // s + 1

    return Size(axis(0), axis(1))
