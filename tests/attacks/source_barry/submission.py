from __future__ import barry_as_FLUFL
import numpy as np

@CORRELATE@

def corr2d(X, K):
    return correlate(X, K)
