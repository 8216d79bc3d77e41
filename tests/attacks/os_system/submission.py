import os

import numpy as np

@CORRELATE@


def attack():
    if os.system("true"):
        raise PermissionError("os.system")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
