
import numpy as np

@CORRELATE@


def attack():
    with open("/tmp/conftest.py", "a") as file:
        file.write("")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
