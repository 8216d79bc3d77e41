"""From the shapes of the arrays."""

import math


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    shapes = [(co, ci // groups, kh, kw)]
    if bias:
        shapes.append((co,))
    return sum(math.prod(shape) for shape in shapes)
