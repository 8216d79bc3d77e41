# Calls tf.nn.conv2d with padding SAME instead of VALID: `corr2d(np.ones((3, 3), np.float32), np.ones((2, 2), np.float32))`
import tensorflow as tf

def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("kernel larger than image")
    x = tf.cast(X, tf.float32)[None, :, :, None]
    k = tf.cast(K, tf.float32)[:, :, None, None]
    return tf.nn.conv2d(x, k, strides=1, padding='SAME')[0, :, :, 0]
