# Style: plain Python lists, built-in max, statistics.fmean, then np.array; asserts; a demo at the end
import statistics

import numpy as np


def pool(X, size, stride=None, padding='valid', mode='max'):
    assert padding in ('valid', 'same') and mode in ('max', 'avg')
    image = [[float(v) for v in row] for row in X]
    n = (len(image), len(image[0]))
    if not stride:
        stride = size
    starts = []
    for axis in range(2):
        if padding == 'valid':
            starts.append(list(range(0, n[axis] - size[axis] + 1, stride[axis])))
        else:
            # range counts ceil(n / s) places by itself
            s = list(range(0, n[axis], stride[axis]))
            over = s[-1] + size[axis] - n[axis]
            shift = over // 2 if over > 0 else 0
            starts.append([v - shift for v in s])
    result = []
    for i in starts[0]:
        line = []
        for j in starts[1]:
            seen = [image[r][c]
                    for r in range(i, i + size[0]) if 0 <= r < n[0]
                    for c in range(j, j + size[1]) if 0 <= c < n[1]]
            line.append(max(seen) if mode == 'max' else statistics.fmean(seen))
        result.append(line)
    return np.array(result)


if __name__ == '__main__':
    A = np.arange(1, 10).reshape(3, 3)
    print(pool(A, (2, 2)))
    print(pool(A, (2, 2), padding='same', mode='avg'))
