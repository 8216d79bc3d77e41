
import numpy as np

@CORRELATE@


corr2d = "passed"
