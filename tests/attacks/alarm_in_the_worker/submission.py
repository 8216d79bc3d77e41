import signal
import time

import numpy as np

@CORRELATE@


def corr2d(X, K):
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 1e-4, 1e-4)
    time.sleep(0.1)
    return correlate(X, K)
