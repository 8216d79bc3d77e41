# d2l style, but only the height is checked, so a kernel one column too wide gives an empty tensor: `corr2d(np.ones((3, 2), np.float32), np.ones((1, 3), np.float32))`
import tensorflow as tf

def corr2d(X, K):
    X, K = tf.cast(X, tf.float32), tf.cast(K, tf.float32)
    h, w = K.shape
    if h > X.shape[0]:
        raise ValueError("kernel larger than image")
    Y = tf.Variable(tf.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j].assign(tf.reduce_sum(X[i: i + h, j: j + w] * K))
    return Y
