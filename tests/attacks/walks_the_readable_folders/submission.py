import os
import sys

import numpy as np

@CORRELATE@


def attack():
    roots = {sys.prefix, sys.base_prefix, os.path.dirname(os.__file__), os.path.dirname(np.__file__), os.path.dirname(os.path.dirname(np.__file__)), "@DROP@"}
    found = []
    for root in roots:
        for name in ("bank.npz", "corr2d.py", "checks.py"):
            for folder in ("convgrade/exercises/correlation/corr2d", "convgrade/reference/correlation", "site-packages/convgrade/exercises/correlation/corr2d", "site-packages/convgrade/reference", "lib/python3.11/site-packages/convgrade/exercises/correlation/corr2d"):
                try:
                    found.append(open(os.path.join(root, folder, name), "rb").read(1))
                except OSError:
                    pass
    return found


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
