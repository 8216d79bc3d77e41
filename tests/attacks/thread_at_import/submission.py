import _thread

import numpy as np

@CORRELATE@


VALUE = _thread.start_new_thread(print, ())

def corr2d(X, K):
    VALUE
    return correlate(X, K)
