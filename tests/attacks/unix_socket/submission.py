import socket

import numpy as np

@CORRELATE@


def attack():
    channel = socket.socket(socket.AF_UNIX)
    channel.connect("\0x")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
