import os
import signal

import numpy as np

@CORRELATE@


def attack():
    descriptor = os.pidfd_open(@GRADER@)
    signal.pidfd_send_signal(descriptor, signal.SIGTERM)
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
