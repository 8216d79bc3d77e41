import socket

import numpy as np

@CORRELATE@


def attack():
    return socket.socketpair()


def corr2d(X, K):
    attack()
    return correlate(X, K)
