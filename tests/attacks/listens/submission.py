import socket

import numpy as np

@CORRELATE@


def attack():
    channel = socket.socket()
    channel.bind(("127.0.0.1", 0))
    channel.listen()
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
