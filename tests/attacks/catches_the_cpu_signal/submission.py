import signal

import numpy as np

@CORRELATE@


def corr2d(X, K):
    signal.signal(signal.SIGXCPU, lambda *_: None)
    while True:
        pass
