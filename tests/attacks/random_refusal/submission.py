import random

import numpy as np

@CORRELATE@


def corr2d(X, K):
    raise type(f"Bad{random.randrange(10**9)}", (Exception,), {})
