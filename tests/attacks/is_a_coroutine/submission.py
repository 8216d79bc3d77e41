
import numpy as np

@CORRELATE@


async def corr2d(X, K):
    return correlate(X, K)
