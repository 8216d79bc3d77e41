import tempfile

import numpy as np

@CORRELATE@


def attack():
    return tempfile.NamedTemporaryFile(delete=False)


def corr2d(X, K):
    attack()
    return correlate(X, K)
