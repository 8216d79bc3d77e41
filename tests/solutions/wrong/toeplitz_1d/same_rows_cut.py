# mistake: n x n matrix of the padded correlation, rows p:-p kept with p = Kn // 2; one row is lost for even kernels
import numpy as np


def toeplitz_1d(k, n):
    Kn = len(k)
    if Kn > n:
        raise ValueError('kernel longer than signal')
    full = np.zeros((n, n))
    for i in range(n):
        for a in range(Kn):
            c = i + a - Kn // 2
            if 0 <= c < n:
                full[i, c] = k[a]
    p = Kn // 2
    return full[p:-p] if p else full
