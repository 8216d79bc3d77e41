import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

PATCHES = []
EARLIER = []


def windows(X, kernel, sh, sw):
    """All windows as (Ho, Wo, Ci, Kh, Kw)."""
    return sliding_window_view(X, kernel, axis=(1, 2))[:, ::sh, ::sw].transpose(1, 2, 0, 3, 4)


def rows(V):
    return V.reshape(V.shape[0] * V.shape[1], -1)


def counts(X, kernel, stride):
    return (X.shape[1] - kernel[0]) // stride + 1, (X.shape[2] - kernel[1]) // stride + 1


def cut(X, kernel, stride):
    """The patches, row by row."""
    Ho, Wo = counts(X, kernel, stride)
    return [X[:, i * stride : i * stride + kernel[0], j * stride : j * stride + kernel[1]] for i in range(Ho) for j in range(Wo)]


def puts_the_channels_last__loops(X, kernel, stride=1):
    (Kh, Kw), Ci = kernel, X.shape[0]
    Ho, Wo = counts(X, kernel, stride)
    M = np.zeros((Ho * Wo, Ci * Kh * Kw))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(Kh):
                for b in range(Kw):
                    for c in range(Ci):
                        M[i * Wo + j, (a * Kw + b) * Ci + c] = X[c, i * stride + a, j * stride + b]
    return M


def puts_the_channels_last__arrays(X, kernel, stride=1):
    return rows(windows(X, kernel, stride, stride).transpose(0, 1, 3, 4, 2))


def flattens_the_patches_column_by_column__loops(X, kernel, stride=1):
    return np.array([[p[c, a, b] for c in range(len(p)) for b in range(kernel[1]) for a in range(kernel[0])] for p in cut(X, kernel, stride)])


def flattens_the_patches_column_by_column__arrays(X, kernel, stride=1):
    return rows(windows(X, kernel, stride, stride).swapaxes(3, 4))


def orders_the_patches_column_by_column__loops(X, kernel, stride=1):
    Ho, Wo = counts(X, kernel, stride)
    out = []
    for j in range(Wo):
        for i in range(Ho):
            out.append(X[:, i * stride : i * stride + kernel[0], j * stride : j * stride + kernel[1]].ravel())
    return np.array(out)


def orders_the_patches_column_by_column__arrays(X, kernel, stride=1):
    return rows(windows(X, kernel, stride, stride).swapaxes(0, 1))


def stacks_the_patches_as_columns__loops(X, kernel, stride=1):
    patches = cut(X, kernel, stride)
    M = np.zeros((patches[0].size, len(patches)))
    for r, patch in enumerate(patches):
        M[:, r] = patch.ravel()
    return M


def stacks_the_patches_as_columns__arrays(X, kernel, stride=1):
    return rows(windows(X, kernel, stride, stride)).T


def reshapes_with_the_channels_first__loops(X, kernel, stride=1):
    (Kh, Kw), Ci = kernel, X.shape[0]
    Ho, Wo = counts(X, kernel, stride)
    V = np.zeros((Ci, Ho, Wo, Kh, Kw))
    for c in range(Ci):
        for i in range(Ho):
            for j in range(Wo):
                V[c, i, j] = X[c, i * stride : i * stride + Kh, j * stride : j * stride + Kw]
    return V.reshape(Ho * Wo, Ci * Kh * Kw)


def reshapes_with_the_channels_first__arrays(X, kernel, stride=1):
    V = sliding_window_view(X, kernel, axis=(1, 2))[:, ::stride, ::stride]
    return V.reshape(V.shape[1] * V.shape[2], -1)


def reshapes_the_image__loops(X, kernel, stride=1):
    values = list(X.ravel())
    n = X.shape[0] * kernel[0] * kernel[1]
    return np.array([values[s : s + n] for s in range(0, len(values), n)])


def reshapes_the_image__arrays(X, kernel, stride=1):
    return X.reshape(-1, len(X) * kernel[0] * kernel[1]).copy()


def flips_the_patches__loops(X, kernel, stride=1):
    return np.array([p[:, ::-1, ::-1].ravel() for p in cut(X, kernel, stride)])


def flips_the_patches__arrays(X, kernel, stride=1):
    return rows(np.flip(windows(X, kernel, stride, stride), (3, 4)))


def takes_the_patch_for_square__loops(X, kernel, stride=1):
    Ci, H, W = X.shape
    K = kernel[0]
    Ho, Wo = (H - K) // stride + 1, (W - K) // stride + 1
    M = np.zeros((Ho * Wo, Ci * K * K))
    for i in range(Ho):
        for j in range(Wo):
            M[i * Wo + j] = X[:, i * stride : i * stride + K, j * stride : j * stride + K].ravel()
    return M


def takes_the_patch_for_square__arrays(X, kernel, stride=1):
    return rows(windows(X, (kernel[0], kernel[0]), stride, stride))


def exchanges_height_and_width_of_the_patch__loops(X, kernel, stride=1):
    Ci, H, W = X.shape
    Kw, Kh = kernel
    Ho, Wo = (H - Kh) // stride + 1, (W - Kw) // stride + 1
    M = np.zeros((Ho * Wo, Ci * Kh * Kw))
    for i in range(Ho):
        for j in range(Wo):
            M[i * Wo + j] = X[:, i * stride : i * stride + Kh, j * stride : j * stride + Kw].ravel()
    return M


def exchanges_height_and_width_of_the_patch__arrays(X, kernel, stride=1):
    return rows(windows(X, kernel[::-1], stride, stride))


def takes_the_image_for_square__loops(X, kernel, stride=1):
    Ci, H = X.shape[:2]
    Kh, Kw = kernel
    Ho, Wo = (H - Kh) // stride + 1, (H - Kw) // stride + 1
    M = np.zeros((Ho * Wo, Ci * Kh * Kw))
    for i in range(Ho):
        for j in range(Wo):
            M[i * Wo + j] = X[:, i * stride : i * stride + Kh, j * stride : j * stride + Kw].ravel()
    return M


def takes_the_image_for_square__arrays(X, kernel, stride=1):
    H = X.shape[1]
    i = np.arange((H - kernel[0]) // stride + 1) * stride
    j = np.arange((H - kernel[1]) // stride + 1) * stride
    V = X[:, (i[:, None] + np.arange(kernel[0]))[:, None, :, None], (j[:, None] + np.arange(kernel[1]))[None, :, None, :]]
    return rows(V.transpose(1, 2, 0, 3, 4))


def ignores_the_stride__loops(X, kernel, stride=1):
    return np.array([p.ravel() for p in cut(X, kernel, 1)])


def ignores_the_stride__arrays(X, kernel, stride=1):
    return rows(windows(X, kernel, 1, 1))


def strides_down_only__loops(X, kernel, stride=1):
    Kh, Kw = kernel
    out = []
    for i in range(0, X.shape[1] - Kh + 1, stride):
        for j in range(X.shape[2] - Kw + 1):
            out.append(X[:, i : i + Kh, j : j + Kw].ravel())
    return np.array(out)


def strides_down_only__arrays(X, kernel, stride=1):
    return rows(windows(X, kernel, stride, 1))


def moves_by_the_patch__loops(X, kernel, stride=1):
    Kh, Kw = kernel
    out = []
    for i in range(0, X.shape[1] - Kh + 1, Kh):
        for j in range(0, X.shape[2] - Kw + 1, Kw):
            out.append(X[:, i : i + Kh, j : j + Kw].ravel())
    return np.array(out)


def moves_by_the_patch__arrays(X, kernel, stride=1):
    return rows(windows(X, kernel, *kernel))


def moves_by_the_patch_unless_told__loops(X, kernel, stride=None):
    Kh, Kw = kernel
    sh, sw = (Kh, Kw) if stride is None else (stride, stride)
    out = []
    for i in range(0, X.shape[1] - Kh + 1, sh):
        for j in range(0, X.shape[2] - Kw + 1, sw):
            out.append(X[:, i : i + Kh, j : j + Kw].ravel())
    return np.array(out)


def moves_by_the_patch_unless_told__arrays(X, kernel, stride=None):
    return rows(windows(X, kernel, stride or kernel[0], stride or kernel[1]))


def begins_the_patches_one_pixel_apart__loops(X, kernel, stride=1):
    Ho, Wo = counts(X, kernel, stride)
    out = []
    for i in range(Ho):
        for j in range(Wo):
            out.append(X[:, i : i + kernel[0], j : j + kernel[1]].ravel())
    return np.array(out)


def begins_the_patches_one_pixel_apart__arrays(X, kernel, stride=1):
    Ho, Wo = counts(X, kernel, stride)
    return rows(windows(X, kernel, 1, 1)[:Ho, :Wo])


def adds_one_before_dividing__loops(X, kernel, stride=1):
    (Kh, Kw), (Ci, H, W) = kernel, X.shape
    Ho, Wo = (H - Kh + 1) // stride, (W - Kw + 1) // stride
    M = np.zeros((Ho * Wo, Ci * Kh * Kw))
    for i in range(Ho):
        for j in range(Wo):
            M[i * Wo + j] = X[:, i * stride : i * stride + Kh, j * stride : j * stride + Kw].ravel()
    return M


def adds_one_before_dividing__arrays(X, kernel, stride=1):
    V = windows(X, kernel, stride, stride)
    V = V[: (X.shape[1] - kernel[0] + 1) // stride, : (X.shape[2] - kernel[1] + 1) // stride]
    return V.reshape(V.shape[0] * V.shape[1], X.shape[0] * kernel[0] * kernel[1])


def leaves_out_the_last_position__loops(X, kernel, stride=1):
    (Kh, Kw), (Ci, H, W) = kernel, X.shape
    Ho, Wo = (H - Kh) // stride, (W - Kw) // stride
    M = np.zeros((Ho * Wo, Ci * Kh * Kw))
    for i in range(Ho):
        for j in range(Wo):
            M[i * Wo + j] = X[:, i * stride : i * stride + Kh, j * stride : j * stride + Kw].ravel()
    return M


def leaves_out_the_last_position__arrays(X, kernel, stride=1):
    V = windows(X, kernel, stride, stride)[:-1, :-1]
    return V.reshape(V.shape[0] * V.shape[1], X.shape[0] * kernel[0] * kernel[1])


def pads_the_image__loops(X, kernel, stride=1):
    (Kh, Kw), (Ci, H, W) = kernel, X.shape
    out = []
    for i in range(0, H, stride):
        for j in range(0, W, stride):
            patch = np.zeros((Ci, Kh, Kw))
            for a in range(Kh):
                for b in range(Kw):
                    r, c = i + a - Kh // 2, j + b - Kw // 2
                    if 0 <= r < H and 0 <= c < W:
                        patch[:, a, b] = X[:, r, c]
            out.append(patch.ravel())
    return np.array(out)


def pads_the_image__arrays(X, kernel, stride=1):
    Kh, Kw = kernel
    P = np.pad(X, ((0, 0), (Kh // 2, Kh - 1 - Kh // 2), (Kw // 2, Kw - 1 - Kw // 2)))
    return rows(windows(P, kernel, stride, stride))


def cuts_the_first_channel_only__loops(X, kernel, stride=1):
    return np.array([p[0].ravel() for p in cut(X, kernel, stride)])


def cuts_the_first_channel_only__arrays(X, kernel, stride=1):
    return rows(windows(X[:1], kernel, stride, stride))


def allocates_integers__loops(X, kernel, stride=1):
    patches = cut(X, kernel, stride)
    M = np.zeros((len(patches), patches[0].size), dtype=int)
    for r, patch in enumerate(patches):
        M[r] = patch.ravel()
    return M


def allocates_integers__arrays(X, kernel, stride=1):
    return rows(windows(X.astype(int), kernel, stride, stride))


def changes_the_image__loops(X, kernel, stride=1):
    (Kh, Kw), (Ci, H, W) = kernel, X.shape
    for c in range(Ci):
        X[c] = X[c, ::-1, ::-1].copy()
    out = []
    for i in range(0, H - Kh + 1, stride):
        for j in range(0, W - Kw + 1, stride):
            patch = X[:, H - i - Kh : H - i, W - j - Kw : W - j]
            out.append(patch[:, ::-1, ::-1].ravel())
    return np.array(out)


def changes_the_image__arrays(X, kernel, stride=1):
    X[:] = np.flip(X, (1, 2)).copy()
    return rows(windows(np.flip(X, (1, 2)), kernel, stride, stride))


def remembers_earlier_patches__loops(X, kernel, stride=1):
    for patch in cut(X, kernel, stride):
        PATCHES.append(patch.ravel())
    return np.array(PATCHES)


def remembers_earlier_patches__arrays(X, kernel, stride=1):
    EARLIER.append(rows(windows(X, kernel, stride, stride)))
    return np.concatenate(EARLIER)
