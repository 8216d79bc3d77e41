import os
import socket
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    socket.socket(fileno=os.dup(3)).send(b"x", socket.MSG_OOB)
    return correlate(X, K)
