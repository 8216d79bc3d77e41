import contextlib

import numpy as np

@CORRELATE@


with contextlib.nullcontext(correlate) as corr2d:
    pass
