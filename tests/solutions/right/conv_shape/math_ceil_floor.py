# style: Stack Overflow, math.ceil and math.floor with true division; exact for sizes below 2**53
import math
import warnings


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    h, w = in_shape[0], in_shape[1]
    if padding == 'same':
        return (math.ceil(h / stride[0]), math.ceil(w / stride[1]))
    if padding == 'full':
        h += 2 * (kernel[0] - 1)
        w += 2 * (kernel[1] - 1)
    elif padding != 'valid':
        raise ValueError("padding?")
    if h < kernel[0] or w < kernel[1]:
        raise ValueError("kernel size can't be greater than actual input size")
    h_out = math.floor((h - kernel[0]) / stride[0] + 1)
    w_out = math.floor((w - kernel[1]) / stride[1] + 1)
    return h_out, w_out
