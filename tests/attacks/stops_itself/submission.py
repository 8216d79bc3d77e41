import os
import signal

import numpy as np

@CORRELATE@


def corr2d(X, K):
    os.kill(os.getpid(), signal.SIGSTOP)
    return correlate(X, K)
