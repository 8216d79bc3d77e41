# Mistake: TensorFlow with its own padding of Kh // 2 on both sides ('same' as known from odd kernels); wrong for even kernels and for many strides
import tensorflow as tf


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    x, k, b = tf.cast(x, tf.float64), tf.cast(k, tf.float64), tf.cast(b, tf.float64)
    if padding == 'same':
        ph, pw = k.shape[0] // 2, k.shape[1] // 2
        x = tf.pad(x, [[0, 0], [ph, ph], [pw, pw], [0, 0]])
    return (tf.nn.conv2d(x, k, strides=stride, padding='VALID') + b).numpy()
