
import numpy as np

@CORRELATE@


def corr2d(image, kernel):
    return correlate(image, kernel)
