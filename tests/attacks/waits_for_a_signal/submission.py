import signal

import numpy as np

@CORRELATE@


def corr2d(X, K):
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    signal.pause()
