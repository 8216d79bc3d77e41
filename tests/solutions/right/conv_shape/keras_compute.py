# style: Keras, asks Conv2D for compute_output_shape; "full" as valid on a bigger image
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    if padding not in ['valid', 'same', 'full']:
        raise ValueError('no such padding: %s' % repr(padding))
    H, W = in_shape
    if padding == 'full':
        H, W = H + 2 * (kernel[0] - 1), W + 2 * (kernel[1] - 1)
        padding = 'valid'
    if padding == 'valid' and (kernel[0] > H or kernel[1] > W):
        raise ValueError('kernel too large')
    layer = keras.layers.Conv2D(1, tuple(kernel), strides=tuple(stride), padding=padding)
    _, Ho, Wo, _ = layer.compute_output_shape((1, H, W, 1))
    return int(Ho), int(Wo)
