import logging

import numpy as np

@CORRELATE@


def attack():
    logging.FileHandler("@DROP@/log", delay=False)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
