import tensorflow as tf


def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("kernel larger than image")
    x = tf.cast(X, tf.float32)[tf.newaxis, :, :, tf.newaxis]
    k = tf.cast(K, tf.float32)[:, :, tf.newaxis, tf.newaxis]
    y = tf.nn.conv2d(x, k, strides=1, padding="VALID")   # TF conv = cross-correlation
    return y[0, :, :, 0]
