import math

import numpy as np

SIZES = []
EARLIER = []


def refuse(in_shape, kernel, padding):
    if padding not in ("valid", "same", "full"):
        raise ValueError("unknown padding")
    if padding == "valid" and (kernel[0] > in_shape[0] or kernel[1] > in_shape[1]):
        raise ValueError("the kernel does not fit")


def ints(values):
    return tuple(int(v) for v in values)


def arrays_of(*shapes):
    return [np.array(s) for s in shapes]


def places(n, k, s):
    count = 0
    start = 0
    while start + k <= n:
        count += 1
        start += s
    return count


def along(n, k, s, padding):
    if padding == "same":
        return len(range(0, n, s))
    return places(n + 2 * (k - 1), k, s) if padding == "full" else places(n, k, s)


def shape_of(n, k, s, padding):
    if padding == "same":
        return ints(np.ceil(n / s))
    return ints((n + (2 * (k - 1) if padding == "full" else 0) - k) // s + 1)


def rounds_same_down__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append(n // s)
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) // s + 1)
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def rounds_same_down__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(n // s)
    return ints((n + 2 * (k - 1) - k) // s + 1 if padding == "full" else (n - k) // s + 1)


def pads_same_by_half_the_kernel__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append(places(n + 2 * (k // 2), k, s))
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) // s + 1)
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def pads_same_by_half_the_kernel__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints((n + 2 * (k // 2) - k) // s + 1)
    return ints((n + 2 * (k - 1) - k) // s + 1 if padding == "full" else (n - k) // s + 1)


def pads_same_by_less_than_half_the_kernel__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append(places(n + 2 * ((k - 1) // 2), k, s))
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) // s + 1)
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def pads_same_by_less_than_half_the_kernel__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints((n + 2 * ((k - 1) // 2) - k) // s + 1)
    return ints((n + 2 * (k - 1) - k) // s + 1 if padding == "full" else (n - k) // s + 1)


def ignores_the_stride_for_same__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding == "same":
        return tuple(in_shape)
    return tuple(along(n, k, s, padding) for n, k, s in zip(in_shape, kernel, stride))


def ignores_the_stride_for_same__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(n)
    return ints((n + 2 * (k - 1) - k) // s + 1 if padding == "full" else (n - k) // s + 1)


def pads_full_once__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append(places(n + k - 1, k, s))
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def pads_full_once__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(np.ceil(n / s))
    return ints((n + (k - 1) - k) // s + 1 if padding == "full" else (n - k) // s + 1)


def pads_full_by_the_whole_kernel__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append(places(n + 2 * k, k, s))
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def pads_full_by_the_whole_kernel__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(np.ceil(n / s))
    return ints((n + 2 * k - k) // s + 1 if padding == "full" else (n - k) // s + 1)


def ignores_the_stride_for_full__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append(n + k - 1)
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def ignores_the_stride_for_full__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(np.ceil(n / s))
    return ints(n + 2 * (k - 1) - k + 1 if padding == "full" else (n - k) // s + 1)


def gives_the_width_first__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    (h, w), (kh, kw), (sh, sw) = in_shape, kernel, stride
    return along(w, kw, sw, padding), along(h, kh, sh, padding)


def gives_the_width_first__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride)
    return shape_of(n, k, s, padding)[::-1]


def rounds_up__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append(math.ceil((n + 2 * (k - 1) - k) / s) + 1)
        else:
            sizes.append(math.ceil((n - k) / s) + 1)
    return tuple(sizes)


def rounds_up__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(np.ceil(n / s))
    return ints(np.ceil((n + k - 2) / s) + 1 if padding == "full" else np.ceil((n - k) / s) + 1)


def adds_one_before_dividing__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k + 1) // s)
        else:
            sizes.append((n - k + 1) // s)
    return tuple(sizes)


def adds_one_before_dividing__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(np.ceil(n / s))
    return ints((n + k - 1) // s if padding == "full" else (n - k + 1) // s)


def forgets_the_first_place__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) // s)
        else:
            sizes.append((n - k) // s)
    return tuple(sizes)


def forgets_the_first_place__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(np.ceil(n / s))
    return ints((n + k - 2) // s if padding == "full" else (n - k) // s)


def divides_without_the_floor__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append(math.ceil(n / s))
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) / s + 1)
        else:
            sizes.append((n - k) / s + 1)
    return tuple(sizes)


def divides_without_the_floor__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "same":
        return ints(np.ceil(n / s))
    if padding == "full":
        n = n + 2 * (k - 1)
    return tuple(((n - k) / s + 1).tolist())


def ignores_the_stride__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    return tuple(along(n, k, 1, padding) for n, k in zip(in_shape, kernel))


def ignores_the_stride__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k = arrays_of(in_shape, kernel)
    if padding == "same":
        return ints(n)
    return ints(n + k - 1 if padding == "full" else n - k + 1)


def exchanges_the_strides__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    (h, w), (kh, kw), (sw, sh) = in_shape, kernel, stride
    return along(h, kh, sh, padding), along(w, kw, sw, padding)


def exchanges_the_strides__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride[::-1])
    return shape_of(n, k, s, padding)


def takes_the_stride_for_square__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    sizes = ()
    for n, k in zip(in_shape, kernel):
        sizes += (along(n, k, stride[0], padding),)
    return sizes


def takes_the_stride_for_square__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k = arrays_of(in_shape, kernel)
    return shape_of(n, k, stride[0], padding)


def exchanges_height_and_width_of_the_kernel__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    (h, w), (kw, kh), (sh, sw) = in_shape, kernel, stride
    return along(h, kh, sh, padding), along(w, kw, sw, padding)


def exchanges_height_and_width_of_the_kernel__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    kernel = kernel[::-1]
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride)
    return shape_of(n, k, s, padding)


def takes_the_kernel_for_square__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    h, w = in_shape
    kh = kernel[0]
    refuse(in_shape, (kh, kh), padding)
    return along(h, kh, stride[0], padding), along(w, kh, stride[1], padding)


def takes_the_kernel_for_square__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    k = kernel[0]
    n, s = arrays_of(in_shape, stride)
    return shape_of(n, k, s, padding)


def takes_the_image_for_square__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    n = in_shape[0]
    return tuple([along(n, k, s, padding) for k, s in zip(kernel, stride)])


def takes_the_image_for_square__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n = in_shape[0]
    refuse((n, n), kernel, padding)
    k, s = arrays_of(kernel, stride)
    return shape_of(n, k, s, padding)


def refuses_large_kernels_whatever_the_padding__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("valid", "same", "full"):
        raise ValueError("unknown padding")
    for n, k in zip(in_shape, kernel):
        if k > n:
            raise ValueError("the kernel does not fit")
    return tuple(along(n, k, s, padding) for n, k, s in zip(in_shape, kernel, stride))


def refuses_large_kernels_whatever_the_padding__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("valid", "same", "full"):
        raise ValueError("unknown padding")
    n, k, s = arrays_of(in_shape, kernel, stride)
    if (k > n).any():
        raise ValueError("too large")
    return shape_of(n, k, s, padding)


def pads_by_default__loops(in_shape, kernel, stride=(1, 1), padding="same"):
    refuse(in_shape, kernel, padding)
    return tuple(along(n, k, s, padding) for n, k, s in zip(in_shape, kernel, stride))


def pads_by_default__arrays(in_shape, kernel, stride=(1, 1), padding="same"):
    n, k, s = arrays_of(in_shape, kernel, stride)
    return shape_of(n, k, s, padding)


def moves_by_the_kernel_by_default__loops(in_shape, kernel, stride=None, padding="valid"):
    stride = stride or kernel
    return tuple(along(n, k, s, padding) for n, k, s in zip(in_shape, kernel, stride))


def moves_by_the_kernel_by_default__arrays(in_shape, kernel, stride=None, padding="valid"):
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, kernel if stride is None else stride)
    return shape_of(n, k, s, padding)


def does_not_check_that_the_kernel_fits__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("valid", "same", "full"):
        raise ValueError("unknown padding")
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) // s + 1)
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def does_not_check_that_the_kernel_fits__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("valid", "same", "full"):
        raise ValueError("unknown padding")
    n, k, s = arrays_of(in_shape, kernel, stride)
    return shape_of(n, k, s, padding)


def refuses_only_what_is_too_large_both_ways__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("valid", "same", "full"):
        raise ValueError("unknown padding")
    if padding == "valid" and kernel[0] > in_shape[0] and kernel[1] > in_shape[1]:
        raise ValueError("the kernel does not fit")
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) // s + 1)
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def refuses_only_what_is_too_large_both_ways__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("valid", "same", "full"):
        raise ValueError("unknown padding")
    n, k, s = arrays_of(in_shape, kernel, stride)
    if padding == "valid" and np.all(k > n):
        raise ValueError("too large")
    return shape_of(n, k, s, padding)


def does_not_check_the_padding__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("same", "full") and any(k > n for n, k in zip(in_shape, kernel)):
        raise ValueError("the kernel does not fit")
    sizes = []
    for n, k, s in zip(in_shape, kernel, stride):
        if padding == "same":
            sizes.append((n + s - 1) // s)
        elif padding == "full":
            sizes.append((n + 2 * (k - 1) - k) // s + 1)
        else:
            sizes.append((n - k) // s + 1)
    return tuple(sizes)


def does_not_check_the_padding__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    if padding not in ("same", "full") and any(k > n for n, k in zip(in_shape, kernel)):
        raise ValueError("the kernel does not fit")
    n, k, s = arrays_of(in_shape, kernel, stride)
    return shape_of(n, k, s, padding)


def cleans_the_padding__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    padding = padding.strip().lower()
    refuse(in_shape, kernel, padding)
    return tuple(along(n, k, s, padding) for n, k, s in zip(in_shape, kernel, stride))


def cleans_the_padding__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    padding = str(padding).lower().strip()
    refuse(in_shape, kernel, padding)
    n, k, s = arrays_of(in_shape, kernel, stride)
    return shape_of(n, k, s, padding)


def remembers_earlier_sizes__loops(in_shape, kernel, stride=(1, 1), padding="valid"):
    refuse(in_shape, kernel, padding)
    for n, k, s in zip(in_shape, kernel, stride):
        SIZES.append(along(n, k, s, padding))
    return tuple(SIZES)


def collect(values):
    EARLIER.extend(values)
    return tuple(EARLIER)


def remembers_earlier_sizes__arrays(in_shape, kernel, stride=(1, 1), padding="valid"):
    n, k, s = arrays_of(in_shape, kernel, stride)
    return collect(shape_of(n, k, s, padding))
