# Style: tf.nn.conv2d filter by filter, tf.stack, float64, returns a tensor
import tensorflow as tf


def corr2d_multi_in_out(X, K):
    X = tf.cast(tf.convert_to_tensor(X), tf.float64)
    K = tf.cast(tf.convert_to_tensor(K), tf.float64)
    image = tf.transpose(X, (1, 2, 0))[tf.newaxis]
    maps = []
    for k in K:
        k = tf.transpose(k, (1, 2, 0))[..., tf.newaxis]
        maps.append(tf.nn.conv2d(image, k, 1, "VALID")[0, ..., 0])
    return tf.stack(maps)
