
import numpy as np

@CORRELATE@


def corr2d(X, K):
    group = ValueError("x")
    for _ in range(50):
        group = ExceptionGroup("x", [group, group])
    raise group
