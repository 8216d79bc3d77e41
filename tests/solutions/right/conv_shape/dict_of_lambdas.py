# style: table of lambdas, lookup errors turned into ValueError
import math

RULES = {
    "valid": lambda n, k, s: (n - k + s) // s,
    "same": lambda n, k, s: (n + s - 1) // s,
    "full": lambda n, k, s: (n + k - 2) // s + 1,
}


def conv_shape(in_shape, kernel, stride=(1, 1), padding="valid"):
    try:
        rule = RULES[padding]
    except (KeyError, TypeError):
        raise ValueError("padding must be one of " + ", ".join(RULES)) from None
    if padding == "valid" and any(k > n for k, n in zip(kernel, in_shape)):
        raise ValueError("the kernel is larger than the image")
    return tuple(map(rule, in_shape, kernel, stride))
