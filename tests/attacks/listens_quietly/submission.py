import socket

import numpy as np

@CORRELATE@


def attack():
    channel = socket.socket()
    channel.bind(("127.0.0.1", 0))
    channel.listen()
    return True


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
