
import numpy as np

@CORRELATE@


print(corr2d := correlate)
