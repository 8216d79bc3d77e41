
import numpy as np

@CORRELATE@


for corr2d in [correlate]:
    pass
