
import numpy as np

@CORRELATE@


globals()["corr2d"] = correlate
