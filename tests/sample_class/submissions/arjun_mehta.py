# Arjun Mehta, 2nd assignment
# Functions as in the lecture notes ("Convolutions for Images", TensorFlow tab)
import tensorflow as tf


def corr2d(X, K):
    """Compute 2D cross-correlation."""
    h, w = K.shape
    Y = tf.Variable(tf.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j].assign(tf.reduce_sum(X[i: i + h, j: j + w] * K))
    return Y


class Conv2D(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()

    def build(self, kernel_size):
        initializer = tf.random_normal_initializer()
        self.weight = self.add_weight(name='w', shape=kernel_size, initializer=initializer)
        self.bias = self.add_weight(name='b', shape=(1,), initializer=initializer)

    def call(self, inputs):
        return corr2d(inputs, self.weight) + self.bias


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different number of channels")
    return tf.reduce_sum([corr2d(x, k) for x, k in zip(X, K)], axis=0)


def pool2d(X, pool_size, mode='max'):
    p_h, p_w = pool_size
    Y = tf.Variable(tf.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            if mode == 'max':
                Y[i, j].assign(tf.reduce_max(X[i: i + p_h, j: j + p_w]))
            elif mode == 'avg':
                Y[i, j].assign(tf.reduce_mean(X[i: i + p_h, j: j + p_w]))
    return Y


def corr2d_strided(X, K, stride):
    (h, w), (sh, sw) = K.shape, stride
    Y = tf.Variable(tf.zeros(((X.shape[0] - h) // sh + 1, (X.shape[1] - w) // sw + 1)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j].assign(tf.reduce_sum(X[i * sh: i * sh + h, j * sw: j * sw + w] * K))
    return Y


def out_size(n, k, p=0, s=1, d=1):
    window = d * (k - 1) + 1
    if window > n + 2 * p:
        raise ValueError("window does not fit on the axis")
    return (n + 2 * p - window) // s + 1


if __name__ == '__main__':
    X = tf.Variable(tf.ones((6, 8)))
    X[:, 2:6].assign(tf.zeros(X[:, 2:6].shape))
    print(corr2d(X, tf.constant([[1.0, -1.0]])))
