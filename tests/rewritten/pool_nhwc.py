import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

CALLS = 0
LOG = []


def blocks(x, size):
    """The blocks as (N, Ho, size, Wo, size, C)."""
    N, H, W, C = x.shape
    Ho, Wo = H // size, W // size
    return x[:, : Ho * size, : Wo * size].astype(float).reshape(N, Ho, size, Wo, size, C)


def reduce(B, mode, axis=(2, 4)):
    return B.max(axis=axis) if mode == "max" else B.mean(axis=axis)


def choose(mode):
    return np.max if mode == "max" else np.mean


def walk(x, size, f, dtype=float):
    N, H, W, C = x.shape
    y = np.zeros((N, H // size, W // size, C), dtype=dtype)
    for n in range(N):
        for i in range(H // size):
            for j in range(W // size):
                for c in range(C):
                    y[n, i, j, c] = f(x[n, i * size : (i + 1) * size, j * size : (j + 1) * size, c])
    return y


def pools_across_the_channels__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    y = np.zeros((N, H // size, W // size, C))
    for n in range(N):
        for i in range(H // size):
            for j in range(W // size):
                y[n, i, j] = choose(mode)(x[n, i * size : (i + 1) * size, j * size : (j + 1) * size])
    return y


def pools_across_the_channels__arrays(x, size, mode="max"):
    return np.repeat(reduce(blocks(x, size), mode, (2, 4, 5))[..., None], x.shape[3], axis=3)


def pools_across_the_images__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    y = np.zeros((N, H // size, W // size, C))
    for i in range(H // size):
        for j in range(W // size):
            for c in range(C):
                y[:, i, j, c] = choose(mode)(x[:, i * size : (i + 1) * size, j * size : (j + 1) * size, c])
    return y


def pools_across_the_images__arrays(x, size, mode="max"):
    one = reduce(blocks(x, size), mode, (0, 2, 4))
    return np.tile(one, (len(x), 1, 1, 1))


def drops_the_channels__loops(x, size, mode="max"):
    N, H, W, _ = x.shape
    y = np.zeros((N, H // size, W // size))
    for n, i, j in np.ndindex(y.shape):
        y[n, i, j] = choose(mode)(x[n, i * size : (i + 1) * size, j * size : (j + 1) * size])
    return y


def drops_the_channels__arrays(x, size, mode="max"):
    return reduce(blocks(x, size), mode, (2, 4, 5))


def reshapes_to_size_then_blocks__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    Ho, Wo = H // size, W // size
    y = np.zeros((N, Ho, Wo, C))
    for n, i, j, c in np.ndindex(y.shape):
        y[n, i, j, c] = choose(mode)([x[n, a * Ho + i, b * Wo + j, c] for a in range(size) for b in range(size)])
    return y


def reshapes_to_size_then_blocks__arrays(x, size, mode="max"):
    N, H, W, C = x.shape
    Ho, Wo = H // size, W // size
    B = x[:, : Ho * size, : Wo * size].astype(float).reshape(N, size, Ho, size, Wo, C)
    return reduce(B, mode, (1, 3))


def reshapes_to_blocks_then_insides__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    Ho, Wo = H // size, W // size
    y = np.zeros((N, Ho, Wo, C))
    for n in range(N):
        pixels = x[n, : Ho * size, : Wo * size].reshape(-1, C)
        for b in range(Ho * Wo):
            y[n, b // Wo, b % Wo] = choose(mode)(pixels[b * size * size : (b + 1) * size * size], axis=0)
    return y


def reshapes_to_blocks_then_insides__arrays(x, size, mode="max"):
    N, H, W, C = x.shape
    Ho, Wo = H // size, W // size
    return reduce(x[:, : Ho * size, : Wo * size].astype(float).reshape(N, Ho, Wo, size, size, C), mode, (3, 4))


def leaves_out_the_first_rows__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    y = np.zeros((N, H // size, W // size, C))
    top, left = H % size, W % size
    for n, i, j, c in np.ndindex(y.shape):
        r, s = top + i * size, left + j * size
        y[n, i, j, c] = choose(mode)(x[n, r : r + size, s : s + size, c])
    return y


def leaves_out_the_first_rows__arrays(x, size, mode="max"):
    return reduce(blocks(x[:, x.shape[1] % size :, x.shape[2] % size :], size), mode)


def keeps_what_is_left_over__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    tops, lefts = list(range(0, H, size)), list(range(0, W, size))
    y = np.zeros((N, len(tops), len(lefts), C))
    for i, r in enumerate(tops):
        for j, s in enumerate(lefts):
            for n in range(N):
                for c in range(C):
                    y[n, i, j, c] = choose(mode)(x[n, r : r + size, s : s + size, c])
    return y


def keeps_what_is_left_over__arrays(x, size, mode="max"):
    pads = [(0, 0), (0, -x.shape[1] % size), (0, -x.shape[2] % size), (0, 0)]
    B = blocks(np.pad(x.astype(float), pads, constant_values=np.nan), size)
    return np.nanmax(B, axis=(2, 4)) if mode == "max" else np.nanmean(B, axis=(2, 4))


def fills_up_with_zeros__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    full = np.zeros((N, H + -H % size, W + -W % size, C))
    full[:, :H, :W] = x
    return walk(full, size, choose(mode))


def fills_up_with_zeros__arrays(x, size, mode="max"):
    return reduce(blocks(np.pad(x, [(0, 0), (0, -x.shape[1] % size), (0, -x.shape[2] % size), (0, 0)]), size), mode)


def moves_by_one_pixel__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    y = np.zeros((N, H - size + 1, W - size + 1, C))
    for n, i, j, c in np.ndindex(y.shape):
        y[n, i, j, c] = choose(mode)(x[n, i : i + size, j : j + size, c])
    return y


def moves_by_one_pixel__arrays(x, size, mode="max"):
    return reduce(sliding_window_view(x.astype(float), (size, size), axis=(1, 2)), mode, (4, 5))


def takes_the_channels_for_the_second_axis__loops(x, size, mode="max"):
    N, C, H, W = x.shape
    y = np.zeros((N, C, H // size, W // size))
    for n, c, i, j in np.ndindex(y.shape):
        y[n, c, i, j] = choose(mode)(x[n, c, i * size : (i + 1) * size, j * size : (j + 1) * size])
    return y


def takes_the_channels_for_the_second_axis__arrays(x, size, mode="max"):
    N, C, H, W = x.shape
    Ho, Wo = H // size, W // size
    return reduce(x[..., : Ho * size, : Wo * size].astype(float).reshape(N, C, Ho, size, Wo, size), mode, (3, 5))


def takes_the_images_for_square__loops(x, size, mode="max"):
    N, H, _, C = x.shape
    y = np.zeros((N, H // size, H // size, C))
    for n, i, j, c in np.ndindex(y.shape):
        y[n, i, j, c] = choose(mode)(x[n, i * size : (i + 1) * size, j * size : (j + 1) * size, c])
    return y


def takes_the_images_for_square__arrays(x, size, mode="max"):
    N, m, C = len(x), x.shape[1] // size, x.shape[3]
    return reduce(x[:, : m * size, : m * size].astype(float).reshape(N, m, size, m, size, C), mode)


def exchanges_rows_and_columns__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    y = np.zeros((N, W // size, H // size, C))
    for n, j, i, c in np.ndindex(y.shape):
        y[n, j, i, c] = choose(mode)(x[n, i * size : (i + 1) * size, j * size : (j + 1) * size, c])
    return y


def exchanges_rows_and_columns__arrays(x, size, mode="max"):
    return reduce(blocks(x, size), mode).transpose(0, 2, 1, 3)


def always_takes_blocks_of_two__loops(x, size, mode="max"):
    return walk(x, 2, choose(mode))


def always_takes_blocks_of_two__arrays(x, size, mode="max"):
    B = blocks(x, 2)
    quarters = np.stack([B[:, :, a, :, b] for a in (0, 1) for b in (0, 1)])
    return reduce(quarters, mode, 0)


def repeats_the_first_image__loops(x, size, mode="max"):
    y = walk(x, size, choose(mode))
    for n in range(len(y)):
        y[n] = y[0]
    return y


def repeats_the_first_image__arrays(x, size, mode="max"):
    return np.repeat(reduce(blocks(x[:1], size), mode), len(x), axis=0)


def always_takes_the_maximum__loops(x, size, mode="max"):
    return walk(x, size, np.max)


def always_takes_the_maximum__arrays(x, size, mode="max"):
    return blocks(x, size).max(axis=(2, 4))


def always_takes_the_mean__loops(x, size, mode="max"):
    return walk(x, size, np.mean)


def always_takes_the_mean__arrays(x, size, mode="max"):
    return blocks(x, size).mean(axis=(2, 4))


def takes_the_minimum__loops(x, size, mode="max"):
    return walk(x, size, np.min if mode == "max" else np.mean)


def takes_the_minimum__arrays(x, size, mode="max"):
    B = blocks(x, size)
    return B.min(axis=(2, 4)) if mode == "max" else reduce(B, mode)


def largest(block, start):
    best = start
    for v in block.flat:
        best = max(best, v)
    return best


def takes_the_largest_absolute_value__loops(x, size, mode="max"):
    return walk(x, size, (lambda block: max(abs(v) for v in block.flat)) if mode == "max" else np.mean)


def takes_the_largest_absolute_value__arrays(x, size, mode="max"):
    B = blocks(x, size)
    return reduce(np.abs(B) if mode == "max" else B, mode)


def starts_the_maximum_at_zero__loops(x, size, mode="max"):
    return walk(x, size, (lambda block: largest(block, 0)) if mode == "max" else np.mean)


def starts_the_maximum_at_zero__arrays(x, size, mode="max"):
    B = blocks(x, size)
    return B.max(axis=(2, 4), initial=0) if mode == "max" else reduce(B, mode)


def sums_instead_of_averaging__loops(x, size, mode="max"):
    return walk(x, size, np.max if mode == "max" else np.sum)


def sums_instead_of_averaging__arrays(x, size, mode="max"):
    B = blocks(x, size)
    return reduce(B, mode) if mode == "max" else np.einsum("nhawbc->nhwc", B)


def divides_by_the_size__loops(x, size, mode="max"):
    return walk(x, size, np.max if mode == "max" else lambda block: np.sum(block) / size)


def divides_by_the_size__arrays(x, size, mode="max"):
    B = blocks(x, size)
    return reduce(B, mode) if mode == "max" else B.sum(axis=(2, 4)) / size


def allocates_integers__loops(x, size, mode="max"):
    return walk(x, size, choose(mode), dtype=int)


def allocates_integers__arrays(x, size, mode="max"):
    return reduce(blocks(x, size), mode).astype(int)


def takes_the_type_of_the_batch__loops(x, size, mode="max"):
    return walk(x, size, choose(mode), dtype=x.dtype)


def takes_the_type_of_the_batch__arrays(x, size, mode="max"):
    return reduce(blocks(x, size), mode).astype(x.dtype)


def writes_into_the_batch__loops(x, size, mode="max"):
    N, H, W, C = x.shape
    for n in range(N):
        for i in range(H // size):
            for j in range(W // size):
                for c in range(C):
                    x[n, i, j, c] = choose(mode)(x[n, i * size : (i + 1) * size, j * size : (j + 1) * size, c])
    return x[:, : H // size, : W // size]


def writes_into_the_batch__arrays(x, size, mode="max"):
    y = reduce(blocks(x, size), mode)
    view = x[:, : y.shape[1], : y.shape[2]]
    view[...] = y
    return view


def counts_its_calls__loops(x, size, mode="max"):
    global CALLS
    y = walk(x, size, choose(mode))
    for image in y:
        image += CALLS
    CALLS += 1
    return y


def counts_its_calls__arrays(x, size, mode="max"):
    y = reduce(blocks(x, size), mode) + len(LOG)
    LOG.append(y.shape)
    return y
