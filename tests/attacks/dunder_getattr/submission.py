
import numpy as np

@CORRELATE@


def __getattr__(name):
    return correlate
