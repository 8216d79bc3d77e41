import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def check_channels(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("image and filter must have the same number of channels")


def corr(x, k):
    (H, W), (h, w) = x.shape, k.shape
    out = np.zeros((H - h + 1, W - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (x[i : i + h, j : j + w] * k).sum()
    return out


def views(X, K):
    return sliding_window_view(X.astype(float), K.shape[1:], axis=(1, 2))


def sizes(X, K):
    return X.shape[1] - K.shape[1] + 1, X.shape[2] - K.shape[2] + 1


def keeps_one_map_a_channel__loops(X, K):
    check_channels(X, K)
    Ho, Wo = sizes(X, K)
    Y = np.zeros((X.shape[0], Ho, Wo))
    for c in range(X.shape[0]):
        for i in range(Ho):
            for j in range(Wo):
                for a in range(K.shape[1]):
                    for b in range(K.shape[2]):
                        Y[c, i, j] += X[c, i + a, j + b] * K[c, a, b]
    return Y


def keeps_one_map_a_channel__arrays(X, K):
    return np.einsum("cijab,cab->cij", views(X, K), K)


def averages_the_channels__loops(X, K):
    total = 0
    for c in range(X.shape[0]):
        total = total + corr(X[c], K[c])
    return total / X.shape[0]


def averages_the_channels__arrays(X, K):
    if len(X) != len(K):
        raise ValueError("channels differ")
    return np.einsum("cijab,cab->cij", views(X, K), K).mean(axis=0)


def adds_the_channels_up_first__loops(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError
    flat = np.zeros(X.shape[1:])
    for channel in X:
        flat += channel
    Y = np.zeros(sizes(X, K))
    for kernel in K:
        Y += corr(flat, kernel)
    return Y


def adds_the_channels_up_first__arrays(X, K):
    x, k = X.sum(axis=0), K.sum(axis=0)
    return np.tensordot(sliding_window_view(x, k.shape), k, axes=2).astype(float)


def uses_the_first_channel_only__loops(X, K):
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(K.shape[1]):
                for b in range(K.shape[2]):
                    Y[i, j] += X[0, i + a, j + b] * K[0, a, b]
    return Y


def uses_the_first_channel_only__arrays(X, K):
    check_channels(X, K)
    return np.einsum("ijab,ab->ij", views(X, K)[0], K[0])


def keeps_the_last_channel_only__loops(X, K):
    check_channels(X, K)
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Ho, Wo))
    for c in range(X.shape[0]):
        for i in range(Ho):
            for j in range(Wo):
                s = 0.0
                for a in range(K.shape[1]):
                    for b in range(K.shape[2]):
                        s += X[c, i + a, j + b] * K[c, a, b]
                Y[i, j] = s
    return Y


def keeps_the_last_channel_only__zip(X, K):
    Y = None
    for windows, kernel in zip(views(X, K), K):
        Y = np.tensordot(windows, kernel, axes=([2, 3], [0, 1]))
    return Y


def reverses_the_kernels__loops(X, K):
    Y = np.zeros(sizes(X, K))
    for c in range(X.shape[0]):
        Y += corr(X[c], K[-1 - c])
    return Y


def reverses_the_kernels__arrays(X, K):
    check_channels(X, K)
    return np.einsum("cijab,cab->ij", views(X, K), K[::-1])


def uses_the_first_kernel_for_every_channel__loops(X, K):
    check_channels(X, K)
    Y = np.zeros(sizes(X, K))
    for (i, j), _ in np.ndenumerate(Y):
        for c in range(X.shape[0]):
            for a in range(K.shape[1]):
                for b in range(K.shape[2]):
                    Y[i, j] += X[c, i + a, j + b] * K[0, a, b]
    return Y


def uses_the_first_kernel_for_every_channel__arrays(X, K):
    return (views(X, K) * K[0]).sum(axis=(0, 3, 4))


def keeps_the_largest_channel__loops(X, K):
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            best = -math.inf
            for c in range(X.shape[0]):
                s = 0.0
                for a in range(K.shape[1]):
                    for b in range(K.shape[2]):
                        s += X[c, i + a, j + b] * K[c, a, b]
                best = max(best, s)
            Y[i, j] = best
    return Y


def keeps_the_largest_channel__arrays(X, K):
    check_channels(X, K)
    return np.max([corr(x, k) for x, k in zip(X, K)], axis=0)


def multiplies_the_channels__loops(X, K):
    check_channels(X, K)
    Y = np.ones(sizes(X, K))
    for c in range(X.shape[0]):
        Y *= corr(X[c], K[c])
    return Y


def multiplies_the_channels__arrays(X, K):
    return np.einsum("cijab,cab->cij", views(X, K), K).prod(axis=0)


def counts_three_channels__loops(X, K):
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            for c in range(3):
                Y[i, j] += np.sum(X[c, i : i + K.shape[1], j : j + K.shape[2]] * K[c])
    return Y


def counts_three_channels__rgb(X, K):
    check_channels(X, K)
    windows = views(X, K)
    red, green, blue = [np.tensordot(windows[c], K[c], axes=2) for c in (0, 1, 2)]
    return red + green + blue


def flips_the_kernels__loops(X, K):
    check_channels(X, K)
    Kh, Kw = K.shape[1:]
    Y = np.zeros(sizes(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for c in range(X.shape[0]):
                for a in range(Kh):
                    for b in range(Kw):
                        Y[i, j] += X[c, i + a, j + b] * K[c, Kh - 1 - a, Kw - 1 - b]
    return Y


def flips_the_kernels__arrays(X, K):
    return np.einsum("cijab,cab->ij", views(X, K), K[:, ::-1, ::-1])


def flips_channels_and_kernels__loops(X, K):
    Ci, Kh, Kw = K.shape
    Y = np.zeros(sizes(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for c in range(Ci):
                for a in range(Kh):
                    for b in range(Kw):
                        Y[i, j] += X[c, i + a, j + b] * K[Ci - 1 - c, Kh - 1 - a, Kw - 1 - b]
    return Y


def flips_channels_and_kernels__arrays(X, K):
    check_channels(X, K)
    return np.tensordot(views(X, K), np.flip(K), axes=([0, 3, 4], [0, 1, 2]))


def transposes_square_kernels__loops(X, K):
    check_channels(X, K)
    Y = np.zeros(sizes(X, K))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for c in range(X.shape[0]):
                for a in range(K.shape[1]):
                    for b in range(K.shape[2]):
                        Y[i, j] += X[c, i + a, j + b] * K[c, b, a]
    return Y


def transposes_square_kernels__arrays(X, K):
    return np.tensordot(views(X, K), K, axes=([0, 3, 4], [0, 2, 1]))


def leaves_out_the_last_position__loops(X, K):
    Kh, Kw = K.shape[1:]
    Y = np.zeros((X.shape[1] - Kh, X.shape[2] - Kw))
    for i in range(X.shape[1] - Kh):
        for j in range(X.shape[2] - Kw):
            for c in range(X.shape[0]):
                Y[i, j] += (X[c, i : i + Kh, j : j + Kw] * K[c]).sum()
    return Y


def leaves_out_the_last_position__arrays(X, K):
    check_channels(X, K)
    Ho, Wo = X.shape[1] - K.shape[1], X.shape[2] - K.shape[2]
    Y = np.zeros((Ho, Wo))
    for (c, a, b), weight in np.ndenumerate(K):
        Y += weight * X[c, a : a + Ho, b : b + Wo]
    return Y


def transposes_the_result__loops(X, K):
    check_channels(X, K)
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Wo, Ho))
    for i in range(Ho):
        for j in range(Wo):
            for c in range(X.shape[0]):
                Y[j, i] += np.sum(X[c, i : i + K.shape[1], j : j + K.shape[2]] * K[c])
    return Y


def transposes_the_result__arrays(X, K):
    return np.einsum("cijab,cab->ji", views(X, K), K)


def allocates_integers__loops(X, K):
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Ho, Wo), dtype=int)
    for i in range(Ho):
        for j in range(Wo):
            Y[i, j] = (X[:, i : i + K.shape[1], j : j + K.shape[2]] * K).sum()
    return Y


def allocates_integers__arrays(X, K):
    check_channels(X, K)
    Y = np.empty(sizes(X, K), int)
    Y[...] = np.einsum("cijab,cab->ij", views(X, K), K)
    return Y


def takes_the_type_of_an_argument__loops(X, K):
    check_channels(X, K)
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Ho, Wo), dtype=X.dtype)
    for i in range(Ho):
        for j in range(Wo):
            s = 0.0
            for c in range(X.shape[0]):
                for a in range(K.shape[1]):
                    for b in range(K.shape[2]):
                        s += X[c, i + a, j + b] * K[c, a, b]
            Y[i, j] = s
    return Y


def takes_the_type_of_an_argument__arrays(X, K):
    Y = np.zeros_like(X[0, : X.shape[1] - K.shape[1] + 1, : X.shape[2] - K.shape[2] + 1])
    Y[:] = np.tensordot(views(X, K), K, axes=([0, 3, 4], [0, 1, 2]))
    return Y


def does_not_compare_the_channels__zip(X, K):
    return sum(corr(x, k) for x, k in zip(X, K))


def does_not_compare_the_channels__arrays(X, K):
    return (views(X, K) * K[:, None, None]).sum(axis=(0, 3, 4))


def writes_into_the_image__loops(X, K):
    Ho, Wo = sizes(X, K)
    for i in range(Ho):
        for j in range(Wo):
            X[0, i, j] = np.sum(X[:, i : i + K.shape[1], j : j + K.shape[2]] * K)
    return X[0, :Ho, :Wo].astype(float)


def writes_into_the_image__arrays(X, K):
    check_channels(X, K)
    Ho, Wo = sizes(X, K)
    Y = X[0, :Ho, :Wo]
    Y[:] = np.einsum("cijab,cab->ij", views(X, K), K)
    return Y.astype(float)


result = np.zeros((0, 0))
totals = {}


def goes_on_from_earlier_calls__loops(X, K):
    global result
    check_channels(X, K)
    if result.shape != sizes(X, K):
        result = np.zeros(sizes(X, K))
    for c in range(X.shape[0]):
        for i in range(result.shape[0]):
            for j in range(result.shape[1]):
                result[i, j] += np.sum(X[c, i : i + K.shape[1], j : j + K.shape[2]] * K[c])
    return result


def goes_on_from_earlier_calls__arrays(X, K):
    Y = np.einsum("cijab,cab->ij", views(X, K), K)
    totals[Y.shape] = totals.get(Y.shape, 0) + Y
    return totals[Y.shape]
