import tensorflow as tf

def corr2d(X, K):
    X = tf.cast(tf.convert_to_tensor(X), tf.float32)
    K = tf.cast(tf.convert_to_tensor(K), tf.float32)
    h, w = K.shape
    if X.shape[0] < h or X.shape[1] < w:
        raise ValueError('Kernel too large')
    Y = tf.Variable(tf.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j].assign(tf.reduce_sum(X[i:i + h, j:j + w] * K))
    return Y
