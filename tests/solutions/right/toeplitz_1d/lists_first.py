# style: plain Python lists, comprehension with a condition, np.array at the end
import numpy as np


def toeplitz_1d(k, n):
    taps = [float(v) for v in k]
    L = len(taps)
    if n < L:
        raise ValueError("n must be at least %d" % L)
    table = [[taps[col - row] if 0 <= col - row < L else 0.0 for col in range(n)] for row in range(n - L + 1)]
    return np.array(table)


if __name__ == "__main__":
    print(toeplitz_1d(np.array([1, 2, 3]), 5))
