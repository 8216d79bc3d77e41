import os
import py_compile

import numpy as np

@CORRELATE@


def attack():
    return py_compile.compile(os.__file__, "@DROP@/x.pyc", doraise=True)


def corr2d(X, K):
    attack()
    return correlate(X, K)
