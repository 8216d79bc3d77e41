# style: class, plain lists, flat C indices, np.array at the end in Fortran order
import numpy as np


class Unroller:
    def __init__(self, K, H, W):
        self.K = [[float(v) for v in r] for r in K]
        self.H, self.W = H, W
        self.kh, self.kw = len(self.K), len(self.K[0])

    def entry(self, p, q):
        wo = self.W - self.kw + 1
        a = q // self.W - p // wo
        b = q % self.W - p % wo
        if a < 0 or b < 0 or a >= self.kh or b >= self.kw:
            return 0.0
        return self.K[a][b]

    def matrix(self):
        m = (self.H - self.kh + 1) * (self.W - self.kw + 1)
        return [[self.entry(p, q) for q in range(self.H * self.W)] for p in range(m)]


def corr2d_matrix(K, in_shape):
    return np.array(Unroller(K, *in_shape).matrix(), order='F')
