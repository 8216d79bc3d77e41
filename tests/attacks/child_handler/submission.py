import signal

import numpy as np

@CORRELATE@


def corr2d(X, K):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    return correlate(X, K)
