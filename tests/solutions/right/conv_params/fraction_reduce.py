# style: functools.reduce and Fraction, so that nothing is rounded
from fractions import Fraction
from functools import reduce
from operator import mul


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    per_filter = reduce(mul, (Fraction(ci, groups), kh, kw), Fraction(1))
    per_filter += bool(bias)
    result = co * per_filter
    assert result.denominator == 1
    return result.numerator
