# Style: TensorFlow with explicit padding computed by hand, returns a tensor
import tensorflow as tf


def same_amount(n, k, s):
    o = -(-n // s)
    total = max((o - 1) * s + k - n, 0)
    return [total // 2, total - total // 2]


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    x = tf.cast(x, tf.float64)
    if padding == 'same':
        x = tf.pad(x, [[0, 0],
                       same_amount(x.shape[1], k.shape[0], stride[0]),
                       same_amount(x.shape[2], k.shape[1], stride[1]),
                       [0, 0]])
    return tf.nn.conv2d(x, tf.cast(k, tf.float64), strides=list(stride), padding='VALID') + tf.cast(b, tf.float64)
