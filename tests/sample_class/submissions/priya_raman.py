"""
Assignment 4: convolutional networks without a framework
Priya Raman, roll no. 21CS1047
All loops are written out, as sir said: first understand, then optimise.
"""
import numpy as np
# Part A. Correlation and channels

def corr2d(X, K):
    rows, cols = X.shape
    m, n = K.shape
    if m > rows or n > cols:
        raise ValueError("kernel %dx%d does not fit into image %dx%d" % (m, n, rows, cols))
    out = np.zeros((rows - m + 1, cols - n + 1))
    for r in range(rows - m + 1):
        for c in range(cols - n + 1):
            acc = 0.0
            for u in range(m):
                for v in range(n):
                    acc += float(X[r + u][c + v]) * float(K[u][v])
            out[r][c] = acc
    return out

def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("image has %d channels but filter has %d" % (X.shape[0], K.shape[0]))
    total = corr2d(X[0], K[0])
    for ch in range(1, X.shape[0]):
        one = corr2d(X[ch], K[ch])
        for r in range(total.shape[0]):
            for c in range(total.shape[1]):
                total[r][c] += one[r][c]
    return total

def corr2d_multi_in_out(X, K):
    maps = []
    for o in range(K.shape[0]):
        maps.append(corr2d_multi_in(X, K[o]))
    return np.array(maps)

def corr2d_multi_in_out_1x1(X, K):
    ci, h, w = X.shape
    co = K.shape[0]
    Y = np.zeros((co, h, w))
    for o in range(co):
        for c in range(ci):
            weight = float(K[o][c][0][0])
            for i in range(h):
                for j in range(w):
                    Y[o][i][j] += weight * float(X[c][i][j])
    return Y

def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    N, H, W, Ci = x.shape
    Kh, Kw, _, Co = k.shape
    sh, sw = stride
    if padding == 'same':
        Ho = -(-H // sh)
        Wo = -(-W // sw)
        top = max((Ho - 1) * sh + Kh - H, 0) // 2
        left = max((Wo - 1) * sw + Kw - W, 0) // 2
    else:
        Ho = (H - Kh) // sh + 1
        Wo = (W - Kw) // sw + 1
        top = left = 0
    y = np.zeros((N, Ho, Wo, Co))
    for n in range(N):
        for i in range(Ho):
            for j in range(Wo):
                for o in range(Co):
                    acc = float(b[o])
                    for a in range(Kh):
                        r = i * sh + a - top
                        if r < 0 or r >= H:
                            continue  # this row is padding
                        for d in range(Kw):
                            q = j * sw + d - left
                            for c in range(Ci if 0 <= q < W else 0):
                                acc += float(x[n, r, q, c]) * float(k[a, d, c, o])
                    y[n, i, j, o] = acc
    return y
# Part B. Shapes

def conv_params(ci, co, kh, kw, groups=1, bias=True):
    one_filter = (ci // groups) * kh * kw
    if bias:
        one_filter += 1
    return co * one_filter

def out_size(n, k, p=0, s=1, d=1):
    span = d * (k - 1) + 1
    if span > n + 2 * p:
        raise ValueError("window spans %d, axis has only %d" % (span, n + 2 * p))
    return (n + 2 * p - span) // s + 1

def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding not in ('valid', 'same', 'full'):
        raise ValueError("unknown padding %r" % (padding,))
    answer = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == 'valid':
            answer.append(out_size(n, k, 0, s))
        elif padding == 'same':
            answer.append((n + s - 1) // s)
        else:
            answer.append(out_size(n, k, k - 1, s))
    return tuple(answer)

def corr2d_strided(X, K, stride):
    sh, sw = stride
    H, W = X.shape
    Kh, Kw = K.shape
    Y = np.zeros(((H - Kh) // sh + 1, (W - Kw) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(Kh):
                for b in range(Kw):
                    Y[i][j] += float(X[i * sh + a][j * sw + b]) * float(K[a][b])
    return Y

def same_pads(n, k, s=1, d=1):
    span = d * (k - 1) + 1
    places = (n + s - 1) // s
    needed = (places - 1) * s + span
    total = max(needed - n, 0)
    return total // 2, total - total // 2

def trace_shapes(in_shape, layers):
    shapes = []
    current = tuple(in_shape)
    for layer in layers:
        kind = layer['type']
        if kind == 'conv':
            s = layer.get('stride', 1)
            p = layer.get('padding', 0)
            current = (out_size(current[0], layer['kernel'], p, s), out_size(current[1], layer['kernel'], p, s), layer['filters'])
        elif kind == 'pool':
            s = layer.get('stride', layer['size'])
            p = layer.get('padding', 0)
            current = (out_size(current[0], layer['size'], p, s), out_size(current[1], layer['size'], p, s), current[2])
        elif kind == 'flatten':
            current = (int(np.prod(current)),)
        elif kind == 'dense':
            current = (layer['units'],)
        shapes.append(current)
    return shapes
# Part C. Pooling

def _reduce(numbers, mode):
    if mode == 'max':
        best = numbers[0]
        for x in numbers:
            if x > best:
                best = x
        return best
    return sum(numbers) / len(numbers)

def pool2d(X, pool_size, mode='max'):
    if mode != 'max' and mode != 'avg':
        raise ValueError("mode has to be 'max' or 'avg'")
    if pool_size[0] > X.shape[0] or pool_size[1] > X.shape[1]:
        raise ValueError("window larger than image")
    return pool(X, pool_size, (1, 1), 'valid', mode)

def pool_nhwc(x, size, mode='max'):
    N, H, W, C = x.shape
    y = np.zeros((N, H // size, W // size, C))
    for n in range(N):
        for c in range(C):
            y[n, :, :, c] = pool(x[n, :, :, c], (size, size), None, 'valid', mode)
    return y

def pool(X, size, stride=None, padding='valid', mode='max'):
    if stride is None:
        stride = size
    H, W = X.shape
    Ho, Wo = conv_shape((H, W), size, stride, padding)
    top = left = 0
    if padding == 'same':
        top = same_pads(H, size[0], stride[0])[0]
        left = same_pads(W, size[1], stride[1])[0]
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            inside = []
            for a in range(size[0]):
                for b in range(size[1]):
                    r = i * stride[0] - top + a
                    c = j * stride[1] - left + b
                    if 0 <= r < H and 0 <= c < W:
                        inside.append(float(X[r][c]))
            Y[i][j] = _reduce(inside, mode)
    return Y
# Part D. Matrices

def dense_equivalent_stats(in_shape, kernel):
    rows = (in_shape[0] - kernel[0] + 1) * (in_shape[1] - kernel[1] + 1)
    cols = in_shape[0] * in_shape[1]
    weights = kernel[0] * kernel[1]
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': rows * weights,
            'zeros': rows * cols - rows * weights, 'distinct': weights}

def toeplitz_1d(k, n):
    if len(k) > n:
        raise ValueError("kernel longer than signal")
    T = np.zeros((n - len(k) + 1, n))
    for i in range(T.shape[0]):
        for a in range(len(k)):
            T[i][i + a] = k[a]
    return T

def corr2d_matrix(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * Wo + j][(i + a) * W + (j + b)] = K[a][b]
    return M

def im2col(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kh, Kw = kernel
    Ho, Wo = (H - Kh) // stride + 1, (W - Kw) // stride + 1
    M = np.zeros((Ho * Wo, Ci * Kh * Kw))
    for i in range(Ho):
        for j in range(Wo):
            for c in range(Ci):
                for a in range(Kh):
                    for b in range(Kw):
                        M[i * Wo + j][(c * Kh + a) * Kw + b] = X[c][i * stride + a][j * stride + b]
    return M

if __name__ == "__main__":
    # demos from the sheet
    X = np.arange(9).reshape(3, 3)
    K = np.arange(4).reshape(2, 2)
    print("corr2d\n", corr2d(X, K))
    print("as a matrix\n", (corr2d_matrix(K, (3, 3)) @ X.ravel()).reshape(2, 2))
    print("max pool\n", pool2d(X, (2, 2)))
    print("LeNet", trace_shapes((28, 28, 1), [{'type': 'conv', 'filters': 6, 'kernel': 5, 'padding': 2}, {'type': 'pool', 'size': 2}]))
    for args in [(8, 3, 1), (8, 3, 1, 2), (224, 11, 0, 4), (7, 3, 0, 1, 2)]:
        print(args, out_size(*args))
    picture = np.loadtxt("cameraman.csv", delimiter=",")
    np.savetxt("edges.csv", corr2d(picture, np.array([[1, -1]])))
