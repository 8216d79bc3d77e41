# style: one little image per output pixel, kernel pasted in, ravel
import numpy as np


def corr2d_matrix(K: np.ndarray, in_shape: tuple[int, int]) -> np.ndarray:
    rows = []
    kernel_height, kernel_width = K.shape
    for top in range(in_shape[0] - kernel_height + 1):
        for left in range(in_shape[1] - kernel_width + 1):
            canvas = np.zeros(in_shape)
            canvas[top:top + kernel_height, left:left + kernel_width] = K
            rows.append(canvas.ravel())
    return np.array(rows)
