
import numpy as np

@CORRELATE@


def corr2d(X, K):
    return __import__("collections").deque(correlate(X, K).tolist())
