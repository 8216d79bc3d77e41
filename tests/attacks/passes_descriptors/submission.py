import os
import socket
import struct

import numpy as np

@CORRELATE@

@FRAMES@


def corr2d(X, K):
    socket.send_fds(socket.socket(fileno=os.dup(3)), [frame(now(), returned(array(correlate(X, K))))], [0, 1, 2])
    return correlate(X, K)
