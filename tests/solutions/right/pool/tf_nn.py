# Style: tf.nn.max_pool2d and tf.nn.avg_pool2d in float64, .numpy()
import numpy as np
import tensorflow as tf


def pool(X, size, stride=None, padding='valid', mode='max'):
    image = tf.constant(X.astype(np.float64)[None, :, :, None])
    op = tf.nn.max_pool2d if mode == 'max' else tf.nn.avg_pool2d
    out = op(image, ksize=size, strides=stride or size, padding=padding.upper())
    return out.numpy()[0, :, :, 0]
