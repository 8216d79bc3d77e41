import fcntl
import termios

import numpy as np

@CORRELATE@


def attack():
    fcntl.ioctl(0, termios.TIOCSTI, b"x")
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
