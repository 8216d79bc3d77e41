import gc

import numpy as np

@CORRELATE@


def attack():
    names = {"judge_value", "replay", "checks_of", "load_module", "second_technique", "draw_bank"}
    return [o for o in gc.get_objects() if getattr(o, "__name__", "") in names and type(o).__name__ == "function" and o.__module__ != __name__]


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
