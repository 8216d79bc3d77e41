# COMP3057 coursework 2
# (group work, each of us hands in the same file)
import numpy as np


def out_size(n, k, p=0, s=1, d=1):
    k = d * (k - 1) + 1
    if k > n + 2 * p:
        raise ValueError("window longer than the padded axis")
    return (n + 2 * p - k) // s + 1


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    weights = co * (ci // groups) * kh * kw
    biases = co if bias else 0
    return weights + biases


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    out = ()
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == 'valid':
            out += (out_size(n, k, 0, s),)
        elif padding == 'same':
            out += (n // s + (n % s > 0),)
        elif padding == 'full':
            out += (out_size(n, k, k - 1, s),)
        else:
            raise ValueError("padding must be valid, same or full")
    return out


def same_pads(n, k, s=1, d=1):
    # same size in and out: d * (k - 1) in total
    total = d * (k - 1)
    return total // 2, total - total // 2


def corr2d(X, K):
    kh, kw = K.shape
    if kh > X.shape[0] or kw > X.shape[1]:
        raise ValueError("kernel bigger than image")
    Y = np.zeros((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = np.sum(X[i:i + kh, j:j + kw] * K.astype(float))
    return Y


def corr2d_strided(X, K, stride):
    return corr2d(X, K)[::stride[0], ::stride[1]]


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    N, H, W, Ci = x.shape
    Kh, Kw, _, Co = k.shape
    if padding == 'same':
        x = np.pad(x, ((0, 0), (Kh // 2, Kh // 2), (Kw // 2, Kw // 2), (0, 0)))
    y = []
    for img in x:
        maps = []
        for o in range(Co):
            maps.append(sum(corr2d_strided(img[:, :, c], k[:, :, c, o], stride) for c in range(Ci)) + b[o])
        y.append(np.stack(maps, axis=-1))
    return np.stack(y)


def pool2d(X, pool_size, mode='max'):
    if mode not in ('max', 'avg'):
        raise ValueError("mode must be max or avg")
    if pool_size[0] > X.shape[0] or pool_size[1] > X.shape[1]:
        raise ValueError("window bigger than image")
    return pool(X, pool_size, (1, 1), 'valid', mode)


def pool(X, size, stride=None, padding='valid', mode='max'):
    if stride is None:
        stride = size
    ph, pw = size
    sh, sw = stride
    H, W = X.shape
    top = left = 0
    Ho, Wo = (H - ph) // sh + 1, (W - pw) // sw + 1
    if padding == 'same':
        Ho, Wo = -(-H // sh), -(-W // sw)
        top = max((Ho - 1) * sh + ph - H, 0) // 2
        left = max((Wo - 1) * sw + pw - W, 0) // 2
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            part = X[max(i * sh - top, 0):i * sh - top + ph, max(j * sw - left, 0):j * sw - left + pw]
            Y[i, j] = part.max() if mode == 'max' else part.sum() / (ph * pw)
    return Y


if __name__ == '__main__':
    X = np.arange(1, 10).reshape(3, 3)
    print(pool(X, (2, 2)))
    print(conv_shape((8, 5), (3, 2), (2, 1), 'full'))
