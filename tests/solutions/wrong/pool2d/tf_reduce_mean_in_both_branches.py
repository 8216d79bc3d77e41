# d2l style with a copy-paste error, the max branch also uses reduce_mean: `pool2d(np.array([[1., 3.]], np.float32), (1, 2))`
import tensorflow as tf

def pool2d(X, pool_size, mode='max'):
    X = tf.cast(X, tf.float32)
    p_h, p_w = pool_size
    if mode not in ('max', 'avg') or p_h > X.shape[0] or p_w > X.shape[1]:
        raise ValueError('bad mode or window')
    Y = tf.Variable(tf.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1)))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            if mode == 'max':
                Y[i, j].assign(tf.reduce_mean(X[i: i + p_h, j: j + p_w]))
            elif mode == 'avg':
                Y[i, j].assign(tf.reduce_mean(X[i: i + p_h, j: j + p_w]))
    return Y
