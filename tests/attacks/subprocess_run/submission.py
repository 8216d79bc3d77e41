import subprocess

import numpy as np

@CORRELATE@


def attack():
    subprocess.run(["/bin/true"])
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
