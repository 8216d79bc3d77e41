# Mistake: TensorFlow average with the padding made by tf.pad beforehand, so zeros count in the mean; maximum is left to 'SAME' and right. 'same' and 'avg' with added cells
import tensorflow as tf


def pool(X, size, stride=None, padding='valid', mode='max'):
    stride = stride or size
    x = tf.cast(X, tf.float64)[tf.newaxis, :, :, tf.newaxis]
    if mode == 'max':
        return tf.nn.max_pool2d(x, size, stride, padding.upper())[0, :, :, 0].numpy()
    if padding == 'same':
        p = [[0, 0]]
        for n, k, s in zip(X.shape, size, stride):
            t = max((-(-n // s) - 1) * s + k - n, 0)
            p.append([t // 2, t - t // 2])
        x = tf.pad(x, p + [[0, 0]])
    return tf.nn.avg_pool2d(x, size, stride, 'VALID')[0, :, :, 0].numpy()
