import configparser

import numpy as np

@CORRELATE@


def attack():
    return configparser.ConfigParser().read("@SECRET@") or open("@SECRET@")


def corr2d(X, K):
    attack()
    return correlate(X, K)
