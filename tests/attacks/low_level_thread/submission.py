import _thread

import numpy as np

@CORRELATE@


def attack():
    return _thread.start_new_thread(print, ("thread",)) or True


def corr2d(X, K):
    attack()
    return correlate(X, K)
