# Style: TensorFlow, tf.nn.max_pool2d / tf.nn.avg_pool2d, VALID, float64, .numpy()
import tensorflow as tf


def pool_nhwc(x, size, mode='max'):
    t = tf.cast(tf.convert_to_tensor(x), tf.float64)
    if mode == 'max':
        y = tf.nn.max_pool2d(t, size, size, 'VALID')
    else:
        y = tf.nn.avg_pool2d(t, size, size, 'VALID')
    return y.numpy()
