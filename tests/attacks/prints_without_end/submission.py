
import numpy as np

@CORRELATE@


def corr2d(X, K):
    while True:
        print("x" * 1000)
