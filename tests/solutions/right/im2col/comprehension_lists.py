# style: nested comprehension over plain lists, np.array at the end, logging
import logging
import numpy as np

logger = logging.getLogger(__name__)


def im2col(X, kernel, stride=1):
    image = X.tolist()
    n_rows, n_cols = len(image[0]), len(image[0][0])
    rows = [[image[c][y + a][x + b]
             for c in range(len(image)) for a in range(kernel[0]) for b in range(kernel[1])]
            for y in range(0, n_rows - kernel[0] + 1, stride)
            for x in range(0, n_cols - kernel[1] + 1, stride)]
    logger.info("%d patches", len(rows))
    return np.array(rows)
