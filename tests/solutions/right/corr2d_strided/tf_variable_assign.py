# style: TensorFlow as in Dive into Deep Learning, tf.Variable and assign in loops; a tensor comes back
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import tensorflow as tf


def corr2d_strided(X, K, stride):
    X = tf.cast(tf.constant(X), tf.float64)
    K = tf.cast(tf.constant(K), tf.float64)
    h, w = K.shape
    sh, sw = stride
    Y = tf.Variable(tf.zeros(((X.shape[0] - h) // sh + 1, (X.shape[1] - w) // sw + 1), dtype=tf.float64))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j].assign(tf.reduce_sum(X[i * sh: i * sh + h, j * sw: j * sw + w] * K))
    return Y
