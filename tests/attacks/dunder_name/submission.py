
import numpy as np

@CORRELATE@


__name__ = "convgrade.reference"
__file__ = "/etc/passwd"


def corr2d(X, K):
    return correlate(X, K)
