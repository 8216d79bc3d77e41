# Style: a dense layer as a small class, broadcasting matmul with channels last, moveaxis back (result not contiguous)
from dataclasses import dataclass

import numpy as np


@dataclass
class Dense:
    W: np.ndarray

    def __call__(self, x):
        return x @ self.W


def corr2d_multi_in_out_1x1(X, K):
    layer = Dense(W=K[:, :, 0, 0].T.astype(float))
    return np.moveaxis(layer(np.moveaxis(X, 0, -1).astype(float)), -1, 0)
