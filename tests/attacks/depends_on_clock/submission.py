import time

import numpy as np

@CORRELATE@


def corr2d(X, K):
    return correlate(X, K) + time.perf_counter_ns() % 100_003
