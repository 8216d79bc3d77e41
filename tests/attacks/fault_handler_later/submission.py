import faulthandler

import numpy as np

@CORRELATE@


def corr2d(X, K):
    faulthandler.dump_traceback_later(0.01, exit=True)
    return correlate(X, K)
