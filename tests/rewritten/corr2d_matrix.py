import numpy as np

CALLS = 0
LOG = []


def spread(K, H, W):
    """The rows as a tensor (Ho, Wo, H, W), by one vectorised assignment."""
    Kh, Kw = K.shape
    T = np.zeros((H - Kh + 1, W - Kw + 1, H, W))
    i, j, a, b = np.indices((H - Kh + 1, W - Kw + 1, Kh, Kw))
    T[i, j, i + a, j + b] = K[a, b]
    return T


def flat(T):
    return T.reshape(T.shape[0] * T.shape[1], -1)


def fill(K, H, W):
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * Wo + j, (i + a) * W + j + b] = K[a, b]
    return M


def flips_the_kernel__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * Wo + j, (i + a) * W + j + b] = K[Kh - 1 - a, Kw - 1 - b]
    return M


def flips_the_kernel__arrays(K, in_shape):
    return flat(spread(K[::-1, ::-1], *in_shape))


def flips_the_rows_of_the_kernel__loops(K, in_shape):
    upside_down = np.array([K[len(K) - 1 - a] for a in range(len(K))])
    return fill(upside_down, *in_shape)


def flips_the_rows_of_the_kernel__arrays(K, in_shape):
    return flat(spread(np.flipud(K), *in_shape))


def mirrors_the_columns_of_the_kernel__loops(K, in_shape):
    mirrored = np.array([[row[-1 - b] for b in range(len(row))] for row in K])
    return fill(mirrored, *in_shape)


def mirrors_the_columns_of_the_kernel__arrays(K, in_shape):
    return flat(spread(np.fliplr(K), *in_shape))


def transposes_a_square_kernel__loops(K, in_shape):
    if K.shape[0] == K.shape[1]:
        K = np.array([[K[b, a] for b in range(len(K))] for a in range(len(K))])
    return fill(K, *in_shape)


def transposes_a_square_kernel__arrays(K, in_shape):
    return flat(spread(K.T if K.shape == K.T.shape else K, *in_shape))


def takes_the_width_of_the_output_for_columns__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * Wo + j, (i + a) * Wo + j + b] = K[a, b]
    return M


def takes_the_width_of_the_output_for_columns__arrays(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for a, b in np.ndindex(Kh, Kw):
        i, j = np.divmod(np.arange(Ho * Wo), Wo)
        M[np.arange(Ho * Wo), (i + a) * Wo + j + b] = K[a, b]
    return M


def takes_the_width_of_the_image_for_rows__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * W + j, (i + a) * W + j + b] = K[a, b]
    return M


def takes_the_width_of_the_image_for_rows__arrays(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    i, j, a, b = np.indices((Ho, Wo, Kh, Kw))
    M = np.zeros((Ho * Wo, H * W))
    M[i * W + j, (i + a) * W + j + b] = K[a, b]
    return M


def moves_by_one_at_every_row__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    rows = (H - Kh + 1) * (W - Kw + 1)
    M = np.zeros((rows, H * W))
    for r in range(rows):
        for a in range(Kh):
            for b in range(Kw):
                M[r, r + a * W + b] = K[a, b]
    return M


def moves_by_one_at_every_row__arrays(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    first = np.pad(K.astype(float), ((0, H - Kh), (0, W - Kw))).ravel()
    return np.stack([np.roll(first, r) for r in range((H - Kh + 1) * (W - Kw + 1))])


def writes_the_kernel_in_one_piece__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * Wo + j, i * W + j + a * Kw + b] = K[a, b]
    return M


def writes_the_kernel_in_one_piece__arrays(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    starts = (np.arange(H - Kh + 1)[:, None] * W + np.arange(W - Kw + 1)).ravel()
    M = np.zeros((len(starts), H * W))
    M[np.arange(len(starts))[:, None], starts[:, None] + np.arange(K.size)] = K.ravel()
    return M


def transposes_the_matrix__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((H * W, Ho * Wo))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[(i + a) * W + j + b, i * Wo + j] = K[a, b]
    return M


def transposes_the_matrix__arrays(K, in_shape):
    return flat(spread(K, *in_shape)).T


def flattens_column_by_column__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh + 1, W - Kw + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[j * Ho + i, (j + b) * H + i + a] = K[a, b]
    return M


def flattens_column_by_column__arrays(K, in_shape):
    return flat(spread(K, *in_shape).transpose(1, 0, 3, 2))


def flattens_the_output_column_by_column__loops(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    rows = []
    for j in range(W - Kw + 1):
        for i in range(H - Kh + 1):
            image = np.zeros((H, W))
            image[i : i + Kh, j : j + Kw] = K
            rows.append(image.ravel())
    return np.array(rows)


def flattens_the_output_column_by_column__arrays(K, in_shape):
    return flat(spread(K, *in_shape).transpose(1, 0, 2, 3))


def flattens_the_image_column_by_column__loops(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    rows = []
    for i in range(H - Kh + 1):
        for j in range(W - Kw + 1):
            image = np.zeros((H, W))
            image[i : i + Kh, j : j + Kw] = K
            rows.append(image.ravel(order="F"))
    return np.array(rows)


def flattens_the_image_column_by_column__arrays(K, in_shape):
    return flat(spread(K, *in_shape).swapaxes(2, 3))


def exchanges_height_and_width_of_the_image__loops(K, in_shape):
    W, H = in_shape
    return fill(K, H, W)


def exchanges_height_and_width_of_the_image__arrays(K, in_shape):
    return flat(spread(K, *in_shape[::-1]))


def takes_the_image_for_square__loops(K, in_shape):
    n = in_shape[0]
    return fill(K, n, n)


def takes_the_image_for_square__arrays(K, in_shape):
    return flat(spread(K, in_shape[0], in_shape[0]))


def takes_the_kernel_for_square__loops(K, in_shape):
    H, W = in_shape
    n = len(K)
    Ho, Wo = H - n + 1, W - n + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(n):
                for b in range(n):
                    M[i * Wo + j, (i + a) * W + j + b] = K[a, b]
    return M


def takes_the_kernel_for_square__arrays(K, in_shape):
    (H, W), n = in_shape, K.shape[0]
    i, j, a, b = np.indices((H - n + 1, W - n + 1, n, n))
    T = np.zeros((H - n + 1, W - n + 1, H, W))
    T[i, j, i + a, j + b] = K[a, b]
    return flat(T)


def keeps_the_size_of_the_image__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    M = np.zeros((H * W, H * W))
    for i in range(H - Kh + 1):
        for j in range(W - Kw + 1):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * W + j, (i + a) * W + j + b] = K[a, b]
    return M


def keeps_the_size_of_the_image__arrays(K, in_shape):
    T = spread(K, *in_shape)
    return flat(np.pad(T, ((0, in_shape[0] - T.shape[0]), (0, in_shape[1] - T.shape[1]), (0, 0), (0, 0))))


def pads_to_the_size_of_the_image__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    M = np.zeros((H * W, H * W))
    for i in range(H):
        for j in range(W):
            for a in range(Kh):
                for b in range(Kw):
                    r, c = i + a - Kh // 2, j + b - Kw // 2
                    if 0 <= r < H and 0 <= c < W:
                        M[i * W + j, r * W + c] = K[a, b]
    return M


def pads_to_the_size_of_the_image__arrays(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    T = spread(K, H + Kh - 1, W + Kw - 1)
    return flat(T[:, :, Kh // 2 : Kh // 2 + H, Kw // 2 : Kw // 2 + W])


def wraps_around_the_image__loops(K, in_shape):
    H, W = in_shape
    M = np.zeros((H * W, H * W))
    for i in range(H):
        for j in range(W):
            for a in range(K.shape[0]):
                for b in range(K.shape[1]):
                    M[i * W + j, (i + a) % H * W + (j + b) % W] += K[a, b]
    return M


def wraps_around_the_image__arrays(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    image = np.pad(K.astype(float), ((0, H - Kh), (0, W - Kw)))
    return np.stack([np.roll(image, ij, axis=(0, 1)).ravel() for ij in np.ndindex(H, W)])


def leaves_out_the_last_position__loops(K, in_shape):
    H, W = in_shape
    Kh, Kw = K.shape
    Ho, Wo = H - Kh, W - Kw
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    M[i * Wo + j, (i + a) * W + j + b] = K[a, b]
    return M


def leaves_out_the_last_position__arrays(K, in_shape):
    T = spread(K, *in_shape)[:-1, :-1]
    return T.reshape(T.shape[0] * T.shape[1], in_shape[0] * in_shape[1])


def allocates_integers__loops(K, in_shape):
    (H, W), (Kh, Kw) = in_shape, K.shape
    M = np.zeros(((H - Kh + 1) * (W - Kw + 1), H * W), dtype=int)
    row = 0
    for i in range(H - Kh + 1):
        for j in range(W - Kw + 1):
            for a in range(Kh):
                start = (i + a) * W + j
                M[row, start : start + Kw] = K[a]
            row += 1
    return M


def allocates_integers__arrays(K, in_shape):
    return flat(spread(K, *in_shape)).astype(np.int64)


def changes_the_kernel__loops(K, in_shape):
    Kh, Kw = K.shape
    turned = [[K[Kh - 1 - a, Kw - 1 - b] for b in range(Kw)] for a in range(Kh)]
    for a in range(Kh):
        for b in range(Kw):
            K[a, b] = turned[a][b]
    return fill(K[::-1, ::-1], *in_shape)


def changes_the_kernel__arrays(K, in_shape):
    K[...] = np.rot90(K, 2).copy()
    return flat(spread(np.rot90(K, 2), *in_shape))


def counts_its_calls__loops(K, in_shape):
    global CALLS
    M = fill(K, *in_shape)
    for row in M:
        row += CALLS
    CALLS += 1
    return M


def counts_its_calls__arrays(K, in_shape):
    M = flat(spread(K, *in_shape)) + len(LOG)
    LOG.append(M.shape)
    return M
