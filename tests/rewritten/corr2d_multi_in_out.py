import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def corr(x, k):
    (H, W), (h, w) = x.shape, k.shape
    out = np.zeros((H - h + 1, W - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (x[i : i + h, j : j + w] * k).sum()
    return out


def corr_channels(X, kernels):
    return sum(corr(x, k) for x, k in zip(X, kernels))


def views(X, K):
    return sliding_window_view(X.astype(float), K.shape[-2:], axis=(1, 2))


def sizes(X, K):
    return X.shape[1] - K.shape[-2] + 1, X.shape[2] - K.shape[-1] + 1


def keeps_one_map_a_pair__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co, Ci) + sizes(X, K))
    for o in range(Co):
        for c in range(Ci):
            Y[o, c] = corr(X[c], K[o, c])
    return Y


def keeps_one_map_a_pair__einsum(X, K):
    return np.einsum("cijab,ocab->ocij", views(X, K), K)


def stacks_along_the_last_axis__list(X, K):
    maps = []
    for filt in K:
        maps.append(corr_channels(X, filt))
    return np.stack(maps, axis=-1)


def stacks_along_the_last_axis__arrays(X, K):
    return np.tensordot(views(X, K), K, axes=([0, 3, 4], [1, 2, 3]))


def adds_the_filters_up__loops(X, K):
    Co, Ci, Kh, Kw = K.shape
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Ho, Wo))
    for o in range(Co):
        for i in range(Ho):
            for j in range(Wo):
                for c in range(Ci):
                    for a in range(Kh):
                        for b in range(Kw):
                            Y[i, j] += X[c, i + a, j + b] * K[o, c, a, b]
    return Y


def adds_the_filters_up__einsum(X, K):
    return np.einsum("cijab,ocab->ij", views(X, K), K)


def uses_the_first_filter_for_every_map__loops(X, K):
    Co, _Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K))
    for o in range(Co):
        for i in range(Y.shape[1]):
            for j in range(Y.shape[2]):
                Y[o, i, j] = np.sum(X[:, i : i + Kh, j : j + Kw] * K[0])
    return Y


def uses_the_first_filter_for_every_map__repeat(X, K):
    first = np.einsum("cijab,cab->ij", views(X, K), K[0])
    return np.repeat(first[None], K.shape[0], axis=0)


def uses_the_last_filter_for_every_map__loops(X, K):
    Co, _Ci, Kh, Kw = K.shape
    Ho, Wo = sizes(X, K)
    one = np.zeros((Ho, Wo))
    maps = []
    for o in range(Co):
        for i in range(Ho):
            for j in range(Wo):
                one[i, j] = np.sum(X[:, i : i + Kh, j : j + Kw] * K[o])
        maps.append(one)
    return np.array(maps)


def uses_the_last_filter_for_every_map__arrays(X, K):
    windows = views(X, K)
    buffer = np.empty(sizes(X, K))
    maps = [np.einsum("cijab,cab->ij", windows, filt, out=buffer) for filt in K.astype(float)]
    return np.stack(maps)


def never_resets_the_sum__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co,) + sizes(X, K))
    total = np.zeros(sizes(X, K))
    for o in range(Co):
        for c in range(Ci):
            total += corr(X[c], K[o, c])
        Y[o] = total
    return Y


def never_resets_the_sum__arrays(X, K):
    windows, total, maps = views(X, K), 0.0, []
    for filt in K:
        total = total + np.tensordot(windows, filt, axes=([0, 3, 4], [0, 1, 2]))
        maps.append(total)
    return np.stack(maps)


def exchanges_filters_and_channels__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co,) + sizes(X, K))
    for o in range(Co):
        for c in range(Ci):
            Y[o] += corr(X[c], K[c, o])
    return Y


def exchanges_filters_and_channels__arrays(X, K):
    return np.tensordot(K, views(X, K), axes=([0, 2, 3], [0, 3, 4]))


def reshapes_the_kernel_to_channels_first__loops(X, K):
    Co, Ci, Kh, Kw = K.shape
    kernels = K.reshape(Ci, Co, Kh, Kw)
    Y = np.zeros((Co,) + sizes(X, K))
    for c in range(Ci):
        for o in range(Co):
            Y[o] += corr(X[c], kernels[c, o])
    return Y


def reshapes_the_kernel_to_channels_first__arrays(X, K):
    Co, Ci, Kh, Kw = K.shape
    return np.tensordot(K.reshape(Ci, Co, Kh, Kw), views(X, K), axes=([0, 2, 3], [0, 3, 4]))


def averages_the_channels__loops(X, K):
    Co, Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K))
    for o, i, j in np.ndindex(Y.shape):
        s = 0.0
        for c in range(Ci):
            for a in range(Kh):
                for b in range(Kw):
                    s += X[c, i + a, j + b] * K[o, c, a, b]
        Y[o, i, j] = s / Ci
    return Y


def averages_the_channels__comprehension(X, K):
    return np.array([np.mean([corr(x, k) for x, k in zip(X, filt)], axis=0) for filt in K])


def uses_the_first_channel_only__loops(X, K):
    Co, _Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K))
    for o, i, j in np.ndindex(Y.shape):
        for a in range(Kh):
            for b in range(Kw):
                Y[o, i, j] += X[0, i + a, j + b] * K[o, 0, a, b]
    return Y


def uses_the_first_channel_only__einsum(X, K):
    return np.einsum("ijab,oab->oij", views(X, K)[0], K[:, 0])


def adds_the_channels_up_first__loops(X, K):
    Co, Ci = K.shape[:2]
    grey = np.zeros(X.shape[1:])
    for c in range(Ci):
        grey += X[c]
    Y = np.zeros((Co,) + sizes(X, K))
    for o in range(Co):
        for c in range(Ci):
            Y[o] += corr(grey, K[o, c])
    return Y


def adds_the_channels_up_first__einsum(X, K):
    windows = sliding_window_view(X.sum(axis=0, dtype=float), K.shape[2:])
    return np.einsum("ijab,oab->oij", windows, K.sum(axis=1))


def pairs_filters_with_channels__loops(X, K):
    Co = K.shape[0]
    Y = np.zeros((Co,) + sizes(X, K))
    for o in range(Co):
        Y[o] = corr(X[o], K[o, o])
    return Y


def pairs_filters_with_channels__arrays(X, K):
    o = np.arange(K.shape[0])
    return np.einsum("oijab,oab->oij", views(X, K)[o], K[o, o])


def keeps_the_largest_channel__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.full((Co,) + sizes(X, K), -np.inf)
    for o in range(Co):
        for c in range(Ci):
            Y[o] = np.maximum(Y[o], corr(X[c], K[o, c]))
    return Y


def keeps_the_largest_channel__einsum(X, K):
    return np.einsum("cijab,ocab->ocij", views(X, K), K).max(axis=1)


def flips_the_kernels__loops(X, K):
    Co, Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K))
    for o, i, j in np.ndindex(Y.shape):
        for c in range(Ci):
            for a in range(Kh):
                for b in range(Kw):
                    Y[o, i, j] += X[c, i + a, j + b] * K[o, c, -1 - a, -1 - b]
    return Y


def flips_the_kernels__arrays(X, K):
    flipped = np.flip(K, axis=(2, 3))
    return np.einsum("cijab,ocab->oij", views(X, K), flipped)


def transposes_square_kernels__loops(X, K):
    Co, Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K))
    for o, i, j in np.ndindex(Y.shape):
        for c in range(Ci):
            for a in range(Kh):
                for b in range(Kw):
                    Y[o, i, j] += X[c, i + a, j + b] * K[o, c, b, a]
    return Y


def transposes_square_kernels__arrays(X, K):
    return np.tensordot(K, views(X, K), axes=([1, 2, 3], [0, 4, 3]))


def leaves_out_the_last_position__loops(X, K):
    Co, _Ci, Kh, Kw = K.shape
    Ho, Wo = X.shape[1] - Kh, X.shape[2] - Kw
    Y = np.zeros((Co, Ho, Wo))
    for o in range(Co):
        for i in range(Ho):
            for j in range(Wo):
                Y[o, i, j] = np.sum(X[:, i : i + Kh, j : j + Kw] * K[o])
    return Y


def leaves_out_the_last_position__shifts(X, K):
    Co, _Ci, Kh, Kw = K.shape
    Ho, Wo = X.shape[1] - Kh, X.shape[2] - Kw
    Y = np.zeros((Co, Ho, Wo))
    for a, b in np.ndindex(Kh, Kw):
        Y += np.tensordot(K[:, :, a, b], X[:, a : a + Ho, b : b + Wo], axes=1)
    return Y


def transposes_the_maps__loops(X, K):
    Co, _Ci, Kh, Kw = K.shape
    Ho, Wo = sizes(X, K)
    Y = np.zeros((Co, Wo, Ho))
    for o in range(Co):
        for i in range(Ho):
            for j in range(Wo):
                Y[o, j, i] = np.sum(X[:, i : i + Kh, j : j + Kw] * K[o])
    return Y


def transposes_the_maps__comprehension(X, K):
    return np.array([corr_channels(X, filt).T for filt in K])


def squeezes_a_single_map__loops(X, K):
    maps = []
    for o in range(K.shape[0]):
        total = np.zeros(sizes(X, K))
        for c in range(K.shape[1]):
            total += corr(X[c], K[o, c])
        maps.append(total)
    return maps[0] if len(maps) == 1 else np.stack(maps)


def squeezes_a_single_map__einsum(X, K):
    Y = np.einsum("cijab,ocab->oij", views(X, K), K)
    if Y.shape[0] == 1:
        Y = Y.squeeze(axis=0)
    return Y


def allocates_integers__loops(X, K):
    Co, Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K), dtype=int)
    for o, i, j in np.ndindex(Y.shape):
        s = 0
        for c in range(Ci):
            for a in range(Kh):
                for b in range(Kw):
                    s += X[c, i + a, j + b] * K[o, c, a, b]
        Y[o, i, j] = s
    return Y


def allocates_integers__arrays(X, K):
    Y = np.empty((len(K),) + sizes(X, K), dtype=np.int64)
    windows = views(X, K)
    for o, filt in enumerate(K):
        Y[o] = np.tensordot(windows, filt, axes=([0, 3, 4], [0, 1, 2]))
    return Y


def takes_the_type_of_an_argument__loops(X, K):
    Co, _Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K), X.dtype)
    for o in range(Co):
        for i in range(Y.shape[1]):
            for j in range(Y.shape[2]):
                Y[o, i, j] = (X[:, i : i + Kh, j : j + Kw] * K[o]).sum()
    return Y


def takes_the_type_of_an_argument__einsum(X, K):
    return np.einsum("cijab,ocab->oij", views(X, K), K).astype(X.dtype)


def writes_into_the_filters__loops(X, K):
    Co, Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K))
    for o, i, j in np.ndindex(Y.shape):
        for c in range(Ci):
            for a in range(Kh):
                for b in range(Kw):
                    K[o, c, a, b] *= X[c, i + a, j + b]
                    Y[o, i, j] += K[o, c, a, b]
    return Y


def writes_into_the_filters__arrays(X, K):
    Co, _Ci, Kh, Kw = K.shape
    Y = np.zeros((Co,) + sizes(X, K))
    for i, j in np.ndindex(Y.shape[1:]):
        K[:] = K * X[:, i : i + Kh, j : j + Kw]
        Y[:, i, j] = K.sum(axis=(1, 2, 3))
    return Y


result = np.zeros((0, 0, 0))
totals = {}


def goes_on_from_earlier_calls__loops(X, K):
    global result
    shape = (K.shape[0],) + sizes(X, K)
    if result.shape != shape:
        result = np.zeros(shape)
    for o in range(K.shape[0]):
        for c in range(K.shape[1]):
            result[o] += corr(X[c], K[o, c])
    return result


def goes_on_from_earlier_calls__arrays(X, K):
    Y = np.einsum("cijab,ocab->oij", views(X, K), K)
    totals[Y.shape] = totals.get(Y.shape, 0) + Y
    return totals[Y.shape]
