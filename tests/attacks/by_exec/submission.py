
import numpy as np

@CORRELATE@


exec("def corr2d(X, K): return correlate(X, K)")
