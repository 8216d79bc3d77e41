import numpy as np

def pool2d(X, pool_size, mode='max'):
    ph, pw = pool_size
    oh = X.shape[0] - ph + 1
    ow = X.shape[1] - pw + 1
    if oh <= 0 or ow <= 0:
        raise ValueError("Window does not fit into the image")
    shifts = [np.asarray(X[a:a + oh, b:b + ow], dtype=float) for a in range(ph) for b in range(pw)]
    if mode == 'max':
        out = np.full((oh, ow), -np.inf)
        for S in shifts:
            out = np.maximum(out, S)
    elif mode == 'avg':
        out = np.zeros((oh, ow))
        for S in shifts:
            out += S
        out /= ph * pw
    else:
        raise ValueError("mode")
    return out
