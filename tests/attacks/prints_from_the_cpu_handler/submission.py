import os
import signal

import numpy as np

@CORRELATE@


def corr2d(X, K):
    signal.signal(signal.SIGXCPU, lambda *_: os.write(1, bytes(1 << 19)))
    while True:
        pass
