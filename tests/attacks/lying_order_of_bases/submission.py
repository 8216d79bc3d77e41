
import numpy as np

@CORRELATE@


class Meta(type):
    __mro__ = property(lambda self: 5)
class Odd(Exception, metaclass=Meta):
    pass


def corr2d(X, K):
    raise Odd
