
import numpy as np

@CORRELATE@


def attack():
    with open("@DROP@/fill", "wb") as file:
        file.write(bytes(1 << 19))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
