import socket

import numpy as np

@CORRELATE@


VALUE = socket.socket()

def corr2d(X, K):
    VALUE
    return correlate(X, K)
