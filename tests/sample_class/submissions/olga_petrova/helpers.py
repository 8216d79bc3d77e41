"""Вспомогательные функции."""
import numpy as np


def fits(window, shape):
    """ValueError, если окно не помещается."""
    if window[0] > shape[0] or window[1] > shape[1]:
        raise ValueError("window %r, image %r" % (tuple(window), tuple(shape)))


def pad(A, rows, cols, value=0.0):
    """Поля вокруг первых двух осей: rows = (сверху, снизу), cols = (слева, справа)."""
    out = np.full((A.shape[0] + sum(rows), A.shape[1] + sum(cols)) + A.shape[2:], value, dtype=float)
    out[rows[0]:rows[0] + A.shape[0], cols[0]:cols[0] + A.shape[1]] = A
    return out


def slide(A, h, w, sh=1, sw=1):
    """Все окна: номер строки, номер столбца, вырезка."""
    for i, r in enumerate(range(0, A.shape[0] - h + 1, sh)):
        for j, c in enumerate(range(0, A.shape[1] - w + 1, sw)):
            yield i, j, A[r:r + h, c:c + w]
