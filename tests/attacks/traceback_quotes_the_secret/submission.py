import linecache
import sys
import traceback

import numpy as np

@CORRELATE@


def attack():
    try:
        exec(compile("\n1 / 0", "@SECRET@", "exec"))
    except ZeroDivisionError:
        entry = traceback.extract_tb(sys.exc_info()[2])[-1]
    return linecache.getlines("@SECRET@")


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
