import shutil
import sys

import numpy as np

@CORRELATE@


def attack():
    return shutil.copyfileobj(open("@SECRET@"), sys.stdout) or True


def corr2d(X, K):
    attack()
    return correlate(X, K)
