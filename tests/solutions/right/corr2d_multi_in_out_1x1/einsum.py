# Style: einsum, one line
import numpy as np

def corr2d_multi_in_out_1x1(X, K): return np.einsum('oc,chw->ohw', K[..., 0, 0].astype(float), X.astype(float))
