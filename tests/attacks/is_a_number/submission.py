
import numpy as np

@CORRELATE@


corr2d = 5
