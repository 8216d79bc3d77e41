import importlib.machinery
import os
import sys

import numpy as np

@CORRELATE@


def attack():
    sys.meta_path[:] = [importlib.machinery.PathFinder]
    sys.path_importer_cache.clear()
    sys.path.insert(0, os.path.dirname(os.path.dirname(np.__file__)))
    return __import__("convgrade")


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
