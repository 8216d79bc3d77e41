
import numpy as np

@CORRELATE@


def attack():
    error = SyntaxError("x")
    error.filename, error.lineno = "@SECRET@", 1
    raise error


def corr2d(X, K):
    attack()
    return correlate(X, K)
