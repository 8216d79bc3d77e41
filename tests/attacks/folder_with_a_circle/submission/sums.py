import corr2d
from corr2d import np

@CORRELATE@
