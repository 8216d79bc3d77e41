import functools

import numpy as np

@CORRELATE@


corr2d = functools.partial(correlate)
