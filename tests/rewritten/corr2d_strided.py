import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def places(X, K, stride):
    return (X.shape[0] - K.shape[0]) // stride[0] + 1, (X.shape[1] - K.shape[1]) // stride[1] + 1


def views(X, K):
    return sliding_window_view(X.astype(float), K.shape)


def strided(X, K, stride):
    return np.einsum("ijab,ab->ij", views(X, K)[:: stride[0], :: stride[1]], K)


def moves_one_pixel_at_a_time__loops(X, K, stride):
    Ho, Wo = places(X, K, stride)
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    Y[i, j] += X[i + a, j + b] * K[a, b]
    return Y


def moves_one_pixel_at_a_time__arrays(X, K, stride):
    Ho, Wo = places(X, K, stride)
    return np.einsum("ijab,ab->ij", views(X, K)[:Ho, :Wo], K)


def cuts_off_the_last_window__loops(X, K, stride):
    (H, W), (Kh, Kw), (sh, sw) = X.shape, K.shape, stride
    Y = np.zeros((math.ceil((H - Kh) / sh) + 1, math.ceil((W - Kw) / sw) + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(Kh):
                for b in range(Kw):
                    if i * sh + a < H and j * sw + b < W:
                        Y[i, j] += X[i * sh + a, j * sw + b] * K[a, b]
    return Y


def cuts_off_the_last_window__slices(X, K, stride):
    Ho, Wo = [-(-(n - k) // s) + 1 for n, k, s in zip(X.shape, K.shape, stride, strict=True)]

    def entry(top, left):
        window = X[top : top + K.shape[0], left : left + K.shape[1]]
        return float((window * K[: window.shape[0], : window.shape[1]]).sum())

    return np.array([[entry(i * stride[0], j * stride[1]) for j in range(Wo)] for i in range(Ho)])


def leaves_zeros_at_the_end__loops(X, K, stride):
    (H, W), (Kh, Kw), (sh, sw) = X.shape, K.shape, stride
    Y = np.zeros((math.ceil((H - Kh) / sh) + 1, math.ceil((W - Kw) / sw) + 1))
    for i, top in enumerate(range(0, H - Kh + 1, sh)):
        for j, left in enumerate(range(0, W - Kw + 1, sw)):
            for a in range(Kh):
                for b in range(Kw):
                    Y[i, j] += X[top + a, left + b] * K[a, b]
    return Y


def leaves_zeros_at_the_end__arrays(X, K, stride):
    full = strided(X, K, stride)
    Y = np.zeros([-(-(n - k) // s) + 1 for n, k, s in zip(X.shape, K.shape, stride, strict=True)])
    Y[: full.shape[0], : full.shape[1]] = full
    return Y


def subsamples_the_image_first__loops(X, K, stride):
    (H, W), (Kh, Kw), (sh, sw) = X.shape, K.shape, stride
    small = np.array([[X[i, j] for j in range(0, W, sw)] for i in range(0, H, sh)])
    Y = np.zeros((small.shape[0] - Kh + 1, small.shape[1] - Kw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (small[i : i + Kh, j : j + Kw] * K).sum()
    return Y


def subsamples_the_image_first__arrays(X, K, stride):
    return np.einsum("ijab,ab->ij", views(X[:: stride[0], :: stride[1]], K), K)


def leaves_the_rest_at_the_start__loops(X, K, stride):
    (H, W), (Kh, Kw), (sh, sw) = X.shape, K.shape, stride
    Ho, Wo = places(X, K, stride)
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            bottom, right = H - (Ho - 1 - i) * sh, W - (Wo - 1 - j) * sw
            Y[i, j] = np.sum(X[bottom - Kh : bottom, right - Kw : right] * K)
    return Y


def leaves_the_rest_at_the_start__arrays(X, K, stride):
    backwards = views(X, K)[:: -stride[0], :: -stride[1]]
    return np.tensordot(backwards, K, axes=2)[::-1, ::-1]


def ignores_the_stride__loops(X, K, stride):
    Kh, Kw = K.shape
    Y = np.zeros((X.shape[0] - Kh + 1, X.shape[1] - Kw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + Kh, j : j + Kw] * K).sum()
    return Y


def ignores_the_stride__shifts(X, K, stride):
    Ho, Wo = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    return sum(float(K[a, b]) * X[a : a + Ho, b : b + Wo] for a, b in np.ndindex(K.shape))


def leaves_zeros_in_between__loops(X, K, stride):
    Kh, Kw = K.shape
    Y = np.zeros((X.shape[0] - Kh + 1, X.shape[1] - Kw + 1))
    for i in range(0, Y.shape[0], stride[0]):
        for j in range(0, Y.shape[1], stride[1]):
            for a in range(Kh):
                for b in range(Kw):
                    Y[i, j] += X[i + a, j + b] * K[a, b]
    return Y


def leaves_zeros_in_between__arrays(X, K, stride):
    windows = views(X, K)
    Y = np.zeros(windows.shape[:2])
    Y[:: stride[0], :: stride[1]] = strided(X, K, stride)
    return Y


def exchanges_the_strides__loops(X, K, stride):
    sw, sh = stride
    Ho, Wo = places(X, K, (sh, sw))
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    Y[i, j] += X[i * sh + a, j * sw + b] * K[a, b]
    return Y


def exchanges_the_strides__arrays(X, K, stride):
    windows = views(X, K)[:: stride[1], :: stride[0]]
    return (windows * K).sum(axis=(2, 3))


def takes_the_stride_for_square__loops(X, K, stride):
    s = stride[0]
    Kh, Kw = K.shape
    rows = []
    for i in range(0, X.shape[0] - Kh + 1, s):
        row = []
        for j in range(0, X.shape[1] - Kw + 1, s):
            row.append(float(np.sum(X[i : i + Kh, j : j + Kw] * K)))
        rows.append(row)
    return np.array(rows)


def takes_the_stride_for_square__arrays(X, K, stride):
    return np.einsum("ijab,ab->ij", views(X, K)[:: stride[0], :: stride[0]], K)


def moves_by_the_kernel__loops(X, K, stride):
    Kh, Kw = K.shape
    Y = np.zeros((X.shape[0] // Kh, X.shape[1] // Kw))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(Kh):
                for b in range(Kw):
                    Y[i, j] += X[i * Kh + a, j * Kw + b] * K[a, b]
    return Y


def moves_by_the_kernel__arrays(X, K, stride):
    return np.tensordot(views(X, K)[:: K.shape[0], :: K.shape[1]], K, axes=2)


def leaves_out_the_last_place__loops(X, K, stride):
    (H, W), (Kh, Kw), (sh, sw) = X.shape, K.shape, stride
    Ho, Wo = (H - Kh) // sh, (W - Kw) // sw
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            Y[i, j] = (X[i * sh : i * sh + Kh, j * sw : j * sw + Kw] * K).sum()
    return Y


def leaves_out_the_last_place__arrays(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Ho, Wo = (X.shape[0] - Kh) // sh, (X.shape[1] - Kw) // sw
    r = sh * np.arange(Ho)[:, None, None, None] + np.arange(Kh)[:, None]
    c = sw * np.arange(Wo)[:, None, None] + np.arange(Kw)
    return (X[r, c] * K).sum(axis=(2, 3)).astype(float)


def flips_the_kernel__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Y = np.zeros(places(X, K, stride))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(Kh):
                for b in range(Kw):
                    Y[i, j] += X[i * sh + a, j * sw + b] * K[Kh - 1 - a, Kw - 1 - b]
    return Y


def flips_the_kernel__arrays(X, K, stride):
    return strided(X, K[::-1, ::-1], stride)


def transposes_a_square_kernel__loops(X, K, stride):
    sh, sw = stride
    Y = np.zeros(places(X, K, stride))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    Y[i, j] += X[i * sh + a, j * sw + b] * K[b, a]
    return Y


def transposes_a_square_kernel__arrays(X, K, stride):
    return np.tensordot(views(X, K)[:: stride[0], :: stride[1]], K, axes=([2, 3], [1, 0]))


def takes_the_kernel_for_square__loops(X, K, stride):
    k = K.shape[0]
    sh, sw = stride
    Y = np.zeros(((X.shape[0] - k) // sh + 1, (X.shape[1] - k) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(k):
                for b in range(k):
                    Y[i, j] += X[i * sh + a, j * sw + b] * K[a, b]
    return Y


def takes_the_kernel_for_square__slices(X, K, stride):
    k, (sh, sw) = len(K), stride
    tops, lefts = range(0, X.shape[0] - k + 1, sh), range(0, X.shape[1] - k + 1, sw)
    return np.array([[float(np.sum(X[t : t + k, s : s + k] * K)) for s in lefts] for t in tops])


def takes_the_image_for_square__loops(X, K, stride):
    n = X.shape[0]
    (Kh, Kw), (sh, sw) = K.shape, stride
    Y = np.zeros(((n - Kh) // sh + 1, (n - Kw) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(Kh):
                for b in range(Kw):
                    Y[i, j] += X[i * sh + a, j * sw + b] * K[a, b]
    return Y


def takes_the_image_for_square__indices(X, K, stride):
    n = len(X)
    (Kh, Kw), (sh, sw) = K.shape, stride
    tops, lefts = np.arange(0, n - Kh + 1, sh), np.arange(0, n - Kw + 1, sw)
    rows = tops[:, None, None, None] + np.arange(Kh)[:, None]
    columns = lefts[:, None, None] + np.arange(Kw)
    return np.einsum("ijab,ab->ij", X[rows, columns].astype(float), K)


def transposes_the_result__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Ho, Wo = places(X, K, stride)
    Y = np.zeros((Wo, Ho))
    for i in range(Ho):
        for j in range(Wo):
            Y[j, i] = np.sum(X[i * sh : i * sh + Kh, j * sw : j * sw + Kw] * K)
    return Y


def transposes_the_result__arrays(X, K, stride):
    return strided(X, K, stride).T


def takes_the_mean__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Y = np.zeros(places(X, K, stride))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            s = 0.0
            for a in range(Kh):
                for b in range(Kw):
                    s += X[i * sh + a, j * sw + b] * K[a, b]
            Y[i, j] = s / (Kh * Kw)
    return Y


def takes_the_mean__arrays(X, K, stride):
    return (views(X, K)[:: stride[0], :: stride[1]] * K).mean(axis=(-2, -1))


def takes_the_maximum__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Y = np.zeros(places(X, K, stride))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            best = -np.inf
            for a in range(Kh):
                for b in range(Kw):
                    best = max(best, X[i * sh + a, j * sw + b] * K[a, b])
            Y[i, j] = best
    return Y


def takes_the_maximum__arrays(X, K, stride):
    return (views(X, K)[:: stride[0], :: stride[1]] * K).max(axis=(-2, -1))


def never_resets_the_sum__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Y = np.zeros(places(X, K, stride))
    s = 0.0
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(Kh):
                for b in range(Kw):
                    s += X[i * sh + a, j * sw + b] * K[a, b]
            Y[i, j] = s
    return Y


def never_resets_the_sum__flat(X, K, stride):
    windows = views(X, K)[:: stride[0], :: stride[1]]
    total, entries = 0.0, []
    for window in windows.reshape(-1, K.size):
        total += window @ K.ravel()
        entries.append(total)
    return np.array(entries).reshape(windows.shape[:2])


def allocates_integers__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Y = np.zeros(places(X, K, stride), dtype=int)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            s = 0
            for a in range(Kh):
                for b in range(Kw):
                    s += X[i * sh + a, j * sw + b] * K[a, b]
            Y[i, j] = s
    return Y


def allocates_integers__arrays(X, K, stride):
    Y = np.empty(places(X, K, stride), dtype=np.int64)
    Y[:] = strided(X, K, stride)
    return Y


def takes_the_type_of_the_image__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Y = np.zeros(places(X, K, stride), dtype=X.dtype)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh : i * sh + Kh, j * sw : j * sw + Kw] * K).sum()
    return Y


def takes_the_type_of_the_image__arrays(X, K, stride):
    return strided(X, K, stride).astype(X.dtype)


def writes_into_the_image__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    Ho, Wo = places(X, K, stride)
    for i in range(Ho):
        for j in range(Wo):
            s = 0.0
            for a in range(Kh):
                for b in range(Kw):
                    s += X[i * sh + a, j * sw + b] * K[a, b]
            X[i, j] = s
    return X[:Ho, :Wo].astype(float)


def writes_into_the_image__view(X, K, stride):
    Ho, Wo = places(X, K, stride)
    Y, windows = X[:Ho, :Wo], sliding_window_view(X, K.shape)[:: stride[0], :: stride[1]]
    for place in np.ndindex(Ho, Wo):
        Y[place] = np.vdot(windows[place], K)
    return Y.astype(float)


def changes_the_kernel__loops(X, K, stride):
    (Kh, Kw), (sh, sw) = K.shape, stride
    s = K.sum()
    for a in range(Kh):
        for b in range(Kw):
            K[a, b] = K[a, b] / s
    Y = np.zeros(places(X, K, stride))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh : i * sh + Kh, j * sw : j * sw + Kw] * K).sum()
    return Y


def changes_the_kernel__arrays(X, K, stride):
    K[:] = K / K.sum()
    return strided(X, K, stride)


result = np.zeros((0, 0))
totals = {}


def goes_on_with_the_sum_of_earlier_calls__loops(X, K, stride):
    global result
    sh, sw = stride
    if result.shape != places(X, K, stride):
        result = np.zeros(places(X, K, stride))
    for i in range(result.shape[0]):
        for j in range(result.shape[1]):
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    result[i, j] += X[i * sh + a, j * sw + b] * K[a, b]
    return result


def goes_on_with_the_sum_of_earlier_calls__arrays(X, K, stride):
    Y = strided(X, K, stride)
    totals[Y.shape] = totals.get(Y.shape, 0) + Y
    return totals[Y.shape]
