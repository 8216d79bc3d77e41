import signal

import numpy as np

@CORRELATE@


def handler(*_):
    raise RuntimeError("now")


def corr2d(X, K):
    signal.signal(signal.SIGPROF, handler)
    signal.setitimer(signal.ITIMER_PROF, 1e-3, 1e-3)
    while True:
        pass
