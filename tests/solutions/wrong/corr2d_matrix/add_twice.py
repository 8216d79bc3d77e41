# mistake: "+=" with the last row's canvas reused (not cleared), traces of earlier windows stay; right for a single row of output only if the kernel covers the image
import numpy as np


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    canvas = np.zeros((H, W))
    rows = []
    for i in range(H - Kh + 1):
        canvas[:] = 0
        for j in range(W - Kw + 1):
            canvas[i:i + Kh, j:j + Kw] = K
            rows.append(canvas.flatten())
    return np.array(rows)
