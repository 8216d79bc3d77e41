import socket

import numpy as np

@CORRELATE@


def attack():
    channel = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    channel.sendto(b"loot", ("127.0.0.1", @PORT@))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
