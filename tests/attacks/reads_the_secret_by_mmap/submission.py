import mmap
import os

import numpy as np

@CORRELATE@


def attack():
    return bytes(mmap.mmap(os.open("@SECRET@", os.O_RDONLY), 0, prot=mmap.PROT_READ))


def corr2d(X, K):
    attack()
    return correlate(X, K)
