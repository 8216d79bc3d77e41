import asyncio

import numpy as np

@CORRELATE@


def attack():
    asyncio.run(asyncio.sleep(0))
    return True


def corr2d(X, K):
    attack()
    return correlate(X, K)
