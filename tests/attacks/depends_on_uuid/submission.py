import uuid

import numpy as np

@CORRELATE@


def corr2d(X, K):
    return correlate(X, K) + uuid.uuid4().int % 10_007
