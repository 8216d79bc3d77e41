# Style: TensorFlow as in the book, tf.Variable and assign in a loop, tf.reduce_sum, returns a tensor (float32)
import tensorflow as tf


def corr2d(X, K):
    h, w = K.shape
    Y = tf.Variable(tf.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j].assign(tf.reduce_sum(X[i:i + h, j:j + w] * K))
    return Y


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("X and K have different numbers of channels")
    X = tf.cast(X, tf.float32)
    K = tf.cast(K, tf.float32)
    return tf.reduce_sum([corr2d(x, k) for x, k in zip(X, K)], axis=0)
