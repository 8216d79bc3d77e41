import threading
import time

import numpy as np

@CORRELATE@


def attack():
    for _ in range(50):
        threading.Thread(target=time.sleep, args=(99,), daemon=True).start()
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
