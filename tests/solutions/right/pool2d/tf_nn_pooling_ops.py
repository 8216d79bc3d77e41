import tensorflow as tf

def pool2d(X, pool_size, mode='max'):
    if pool_size[0] > X.shape[0] or pool_size[1] > X.shape[1]:
        raise ValueError("window larger than image")
    x = tf.reshape(tf.cast(X, tf.float32), (1, X.shape[0], X.shape[1], 1))
    if mode == 'max':
        y = tf.nn.max_pool2d(x, ksize=list(pool_size), strides=1, padding='VALID')
    elif mode == 'avg':
        y = tf.nn.avg_pool2d(x, ksize=list(pool_size), strides=1, padding='VALID')
    else:
        raise ValueError("mode is max or avg")
    return tf.squeeze(y, axis=[0, 3]).numpy()
