import numpy as np


def weights(K):
    return K[:, :, 0, 0].astype(float)


def pixels(X):
    return X.reshape(X.shape[0], X.shape[1] * X.shape[2])


def scales_each_channel__loops(X, K):
    Co = K.shape[0]
    _Ci, H, W = X.shape
    Y = np.zeros((Co, H, W))
    for o in range(Co):
        for i in range(H):
            for j in range(W):
                Y[o, i, j] = K[o, o, 0, 0] * X[o, i, j]
    return Y


def scales_each_channel__arrays(X, K):
    o = np.arange(len(K))
    return weights(K)[o, o][:, None, None] * X[o]


def reshapes_the_image_to_channels_last__loops(X, K):
    Ci, H, W = X.shape
    A = X.reshape(H * W, Ci)
    Y = np.zeros((K.shape[0], H * W))
    for o in range(K.shape[0]):
        for p in range(H * W):
            for c in range(Ci):
                Y[o, p] += K[o, c, 0, 0] * A[p, c]
    return Y.reshape(K.shape[0], H, W)


def reshapes_the_image_to_channels_last__arrays(X, K):
    Ci, H, W = X.shape
    Y = X.reshape(-1, Ci) @ weights(K).T
    return Y.T.reshape(-1, H, W)


def reshapes_the_weights_the_wrong_way__loops(X, K):
    Co, Ci = K.shape[:2]
    M = K.reshape(Ci, Co)
    Y = np.zeros((Co,) + X.shape[1:])
    for o in range(Co):
        for c in range(Ci):
            Y[o] += M[c, o] * X[c]
    return Y


def reshapes_the_weights_the_wrong_way__arrays(X, K):
    Co, Ci = K.shape[:2]
    M = K.reshape(Ci, Co).T.astype(float)
    return (M @ pixels(X)).reshape(Co, *X.shape[1:])


def transposes_square_weights__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co,) + X.shape[1:])
    for o in range(Co):
        for c in range(Ci):
            w = K[c, o, 0, 0] if Co == Ci else K[o, c, 0, 0]
            for i in range(X.shape[1]):
                for j in range(X.shape[2]):
                    Y[o, i, j] += w * X[c, i, j]
    return Y


def transposes_square_weights__arrays(X, K):
    M = weights(K)
    if M.shape[0] == X.shape[0]:  # rows are channels: turn them into columns
        M = M.T
    return (M @ pixels(X)).reshape(-1, *X.shape[1:])


def reshapes_to_width_and_height__loops(X, K):
    Ci, H, W = X.shape
    A = pixels(X)
    rows = []
    for o in range(K.shape[0]):
        row = np.zeros(H * W)
        for c in range(Ci):
            row += K[o, c, 0, 0] * A[c]
        rows.append(row.reshape(W, H))
    return np.array(rows)


def reshapes_to_width_and_height__arrays(X, K):
    H, W = X.shape[1:]
    return (weights(K) @ pixels(X)).reshape(K.shape[0], W, H)


def transposes_the_maps__loops(X, K):
    Co, Ci = K.shape[:2]
    _, H, W = X.shape
    Y = np.zeros((Co, W, H))
    for o, i, j in np.ndindex(Co, H, W):
        for c in range(Ci):
            Y[o, j, i] += K[o, c, 0, 0] * X[c, i, j]
    return Y


def transposes_the_maps__einsum(X, K):
    return np.einsum("oc,cij->oji", weights(K), X)


def gives_channels_last__loops(X, K):
    _, H, W = X.shape
    Y = np.zeros((H, W, K.shape[0]))
    for i in range(H):
        for j in range(W):
            Y[i, j] = weights(K) @ X[:, i, j]
    return Y


def gives_channels_last__tensordot(X, K):
    return np.tensordot(X, weights(K), axes=([0], [1]))


def reshapes_a_product_of_pixels_by_filters__loops(X, K):
    Ci, H, W = X.shape
    Co = K.shape[0]
    product = []
    for i in range(H):
        for j in range(W):
            product.append([sum(float(K[o, c, 0, 0]) * X[c, i, j] for c in range(Ci)) for o in range(Co)])
    return np.array(product).reshape(Co, H, W)


def reshapes_a_product_of_pixels_by_filters__arrays(X, K):
    Y = pixels(X).T @ weights(K).T
    return Y.reshape(K.shape[0], *X.shape[1:])


def keeps_one_map_a_pair__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co,) + X.shape)
    for o in range(Co):
        for c in range(Ci):
            Y[o, c] = K[o, c, 0, 0] * X[c]
    return Y


def keeps_one_map_a_pair__broadcast(X, K):
    return K.astype(float) * X


def adds_the_filters_up__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros(X.shape[1:])
    for o in range(Co):
        for c in range(Ci):
            Y += K[o, c, 0, 0] * X[c]
    return Y


def adds_the_filters_up__arrays(X, K):
    return (weights(K) @ pixels(X)).reshape(-1, *X.shape[1:]).sum(axis=0)


def averages_the_channels__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co,) + X.shape[1:])
    for o, i, j in np.ndindex(Y.shape):
        s = 0.0
        for c in range(Ci):
            s += K[o, c, 0, 0] * X[c, i, j]
        Y[o, i, j] = s / Ci
    return Y


def averages_the_channels__broadcast(X, K):
    return (K * X).mean(axis=1)


def uses_the_first_channel_only__loops(X, K):
    Y = np.zeros((K.shape[0],) + X.shape[1:])
    for o, i, j in np.ndindex(Y.shape):
        Y[o, i, j] = K[o, 0, 0, 0] * X[0, i, j]
    return Y


def uses_the_first_channel_only__outer(X, K):
    return np.multiply.outer(weights(K)[:, 0], X[0])


def adds_the_channels_up_first__loops(X, K):
    Co, Ci = K.shape[:2]
    _, H, W = X.shape
    Y = np.zeros((Co, H, W))
    for i in range(H):
        for j in range(W):
            s = sum(X[c, i, j] for c in range(Ci))
            for o in range(Co):
                for c in range(Ci):
                    Y[o, i, j] += K[o, c, 0, 0] * s
    return Y


def adds_the_channels_up_first__einsum(X, K):
    return np.einsum("oc,ij->oij", weights(K), X.sum(axis=0))


def uses_the_first_filter_for_every_map__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co,) + X.shape[1:])
    for o in range(Co):
        for c in range(Ci):
            Y[o] += K[0, c, 0, 0] * X[c]
    return Y


def uses_the_first_filter_for_every_map__tile(X, K):
    first = (weights(K)[:1] @ pixels(X)).reshape(1, *X.shape[1:])
    return np.tile(first, (K.shape[0], 1, 1))


def keeps_the_largest_channel__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co,) + X.shape[1:])
    for o, i, j in np.ndindex(Y.shape):
        Y[o, i, j] = max(K[o, c, 0, 0] * X[c, i, j] for c in range(Ci))
    return Y


def keeps_the_largest_channel__broadcast(X, K):
    return (K.astype(float) * X).max(axis=1)


def drops_axes_of_length_one__loops(X, K):
    Y = np.zeros((K.shape[0],) + X.shape[1:])
    for o in range(K.shape[0]):
        for c in range(K.shape[1]):
            Y[o] += K[o, c, 0, 0] * X[c]
    return Y[tuple(0 if n == 1 else slice(None) for n in Y.shape)]


def drops_axes_of_length_one__squeeze(X, K):
    return np.squeeze((weights(K) @ pixels(X)).reshape(K.shape[0], *X.shape[1:]))


def allocates_integers__loops(X, K):
    Co, Ci = K.shape[:2]
    Y = np.zeros((Co,) + X.shape[1:], dtype=int)
    for o, i, j in np.ndindex(Y.shape):
        s = 0
        for c in range(Ci):
            s += K[o, c, 0, 0] * X[c, i, j]
        Y[o, i, j] = s
    return Y


def allocates_integers__arrays(X, K):
    Y = np.empty((K.shape[0],) + X.shape[1:], dtype=np.int64)
    Y[:] = np.tensordot(weights(K), X, axes=1)
    return Y


def takes_the_type_of_an_argument__loops(X, K):
    Y = np.zeros((K.shape[0],) + X.shape[1:], dtype=X.dtype)
    for i in range(X.shape[1]):
        for j in range(X.shape[2]):
            Y[:, i, j] = K[:, :, 0, 0] @ X[:, i, j]
    return Y


def takes_the_type_of_an_argument__einsum(X, K):
    return np.einsum("oc,cij->oij", weights(K), X).astype(X.dtype)


def writes_into_the_image__loops(X, K):
    Co, Ci, H, W = K.shape[:2] + X.shape[1:]
    Y = X[:Co] if Co <= Ci else np.zeros((Co, H, W))
    for i in range(H):
        for j in range(W):
            values = [sum(K[o, c, 0, 0] * X[c, i, j] for c in range(Ci)) for o in range(Co)]
            for o in range(Co):
                Y[o, i, j] = values[o]
    return Y.astype(float)


def writes_into_the_image__arrays(X, K):
    Co, Ci = K.shape[:2]
    Y = (weights(K) @ pixels(X)).reshape(Co, *X.shape[1:])
    if Co > Ci:
        return Y
    X[:Co] = Y
    return X[:Co].astype(float)


result = np.zeros((0, 0, 0))
totals = {}


def goes_on_from_earlier_calls__loops(X, K):
    global result
    Co, Ci = K.shape[:2]
    if result.shape != (Co,) + X.shape[1:]:
        result = np.zeros((Co,) + X.shape[1:])
    for o in range(Co):
        for c in range(Ci):
            result[o] += K[o, c, 0, 0] * X[c]
    return result


def goes_on_from_earlier_calls__arrays(X, K):
    Y = (weights(K) @ pixels(X)).reshape(K.shape[0], *X.shape[1:])
    totals[Y.shape] = totals.get(Y.shape, 0) + Y
    return totals[Y.shape]
