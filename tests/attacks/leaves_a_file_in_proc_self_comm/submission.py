import os

import numpy as np

@CORRELATE@


def attack():
    open(f"/proc/self/oom_score_adj", "a").close()
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
