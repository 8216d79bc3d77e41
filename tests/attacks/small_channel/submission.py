import os
import socket
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    channel = socket.socket(fileno=os.dup(3))
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    channel.close()
    return correlate(X, K)
