import importlib.machinery

import numpy as np

@CORRELATE@


def attack():
    return importlib.machinery.SourceFileLoader("x", "@SECRET@").get_data("@SECRET@")


def corr2d(X, K):
    attack()
    return correlate(X, K)
