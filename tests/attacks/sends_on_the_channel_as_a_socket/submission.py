import os
import socket

import numpy as np

@CORRELATE@


def attack():
    channel = socket.socket(fileno=os.dup(3))
    channel.connect("\0x")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
