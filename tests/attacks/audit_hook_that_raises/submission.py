import sys

import numpy as np

@CORRELATE@


DONE = []
def hook(event, arguments):
    if event.startswith("socket"):
        raise RuntimeError(event)


def corr2d(X, K):
    if not DONE:
        DONE.append(1)
        sys.addaudithook(hook)
    return correlate(X, K)
