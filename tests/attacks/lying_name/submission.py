
import numpy as np

@CORRELATE@


class Meta(type):
    __name__ = property(lambda self: object())
class Odd(Exception, metaclass=Meta):
    pass


def corr2d(X, K):
    raise Odd
