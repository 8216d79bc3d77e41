
import numpy as np

@CORRELATE@


corr2d = lambda X, K: correlate(X, K)
