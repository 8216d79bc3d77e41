import signal

import numpy as np

@CORRELATE@


def corr2d(X, K):
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    while True:
        print("x" * 1000, flush=True)
