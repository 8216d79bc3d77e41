import traceback

import numpy as np

@CORRELATE@


def attack():
    exec(compile("\n1 / 0", "@SECRET@", "exec"))


def corr2d(X, K):
    attack()
    return correlate(X, K)
