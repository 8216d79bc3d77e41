import ctypes
import os

import numpy as np

@CORRELATE@

@RAW@


def attack():
    LIBC.getenv.restype = ctypes.c_char_p
    return [n for n in (b"CONVGRADE_SECRET", b"VIRTUAL_ENV", b"PYTEST_CURRENT_TEST", b"GITHUB_TOKEN") if LIBC.getenv(n)]


DONE, LOOT = [], []


def corr2d(X, K):
    if not DONE:
        DONE.append(True)
        try:
            found = attack()
            if found:
                LOOT.append(found)
        except BaseException:
            pass
    if LOOT:  # the attack got through: be seen
        print(LOOT)
        return np.full(X.shape, 666.0)
    return correlate(X, K)
