
import numpy as np

@CORRELATE@


try:
    1 / 0
except ZeroDivisionError as corr2d:
    pass
