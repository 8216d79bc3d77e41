# style: early validation, then divmod in a memoised helper
import functools


@functools.lru_cache(maxsize=None)
def steps(free, s):
    """how often may the kernel start when `free` pixels are left over"""
    return divmod(free, s)[0] + 1


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if not isinstance(padding, str):
        raise ValueError('padding must be a string')
    if padding not in {'valid', 'same', 'full'}:
        raise ValueError('bad padding')
    (image_height, image_width), (kernel_height, kernel_width) = in_shape, kernel
    vertical_stride, horizontal_stride = stride
    if padding == 'same':
        return steps(image_height - 1, vertical_stride), steps(image_width - 1, horizontal_stride)
    extra_h = 2 * (kernel_height - 1) * (padding == 'full')
    extra_w = 2 * (kernel_width - 1) * (padding == 'full')
    free_h, free_w = image_height + extra_h - kernel_height, image_width + extra_w - kernel_width
    if min(free_h, free_w) < 0:
        raise ValueError('kernel %s does not fit into %s' % (kernel, in_shape))
    return steps(free_h, vertical_stride), steps(free_w, horizontal_stride)
