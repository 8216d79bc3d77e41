# Style: keras.layers.Dense on the pixels, weights set, float32, transposed by tf
import numpy as np
import tensorflow as tf


def corr2d_multi_in_out_1x1(X, K):
    co, ci = K.shape[:2]
    dense = tf.keras.layers.Dense(co, use_bias=False)
    dense.build((None, ci))
    dense.set_weights([K.reshape(co, ci).T.astype(np.float32)])
    pixels = tf.transpose(tf.cast(X, tf.float32), [1, 2, 0])
    return tf.transpose(dense(pixels), [2, 0, 1]).numpy()
