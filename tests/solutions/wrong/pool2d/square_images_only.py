# Uses X.shape[0] for the number of output columns too: `pool2d(np.ones((2, 4)), (2, 2))`
import numpy as np

def pool2d(X, pool_size, mode='max'):
    if mode not in ('max', 'avg'):
        raise ValueError("mode")
    size, _ = X.shape
    (ph, pw) = pool_size
    if ph > size or pw > _:
        raise ValueError("window larger than image")
    result = []
    for i in range(size - ph + 1):
        line = []
        for j in range(size - pw + 1):
            block = [float(v) for r in X[i:i + ph] for v in r[j:j + pw]] or [0.0]
            line.append(max(block) if mode == 'max' else sum(block) / len(block))
        result.append(line)
    return np.array(result)
