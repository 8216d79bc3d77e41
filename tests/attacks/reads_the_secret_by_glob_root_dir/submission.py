import glob
import os

import numpy as np

@CORRELATE@


def attack():
    return glob.glob("*", root_dir=os.path.dirname("@SECRET@")) or open("@SECRET@")


def corr2d(X, K):
    attack()
    return correlate(X, K)
