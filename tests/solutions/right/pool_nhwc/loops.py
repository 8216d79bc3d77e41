# Style: six loops, beginner, no NumPy reductions
import numpy as np


def pool_nhwc(x, size, mode='max'):
    N, H, W, C = x.shape
    out = np.zeros((N, H // size, W // size, C))
    for n in range(N):
        for c in range(C):
            for i in range(H // size):
                for j in range(W // size):
                    biggest = float(x[n, i * size, j * size, c])
                    total = 0.0
                    for a in range(size):
                        for b in range(size):
                            v = float(x[n, i * size + a, j * size + b, c])
                            total += v
                            if v > biggest:
                                biggest = v
                    if mode == 'max':
                        out[n, i, j, c] = biggest
                    else:
                        out[n, i, j, c] = total / (size * size)
    return out
