# Mistake: TensorFlow, image transposed to (W, H, C) and kernel too, but the result not transposed back; right only for square results that are symmetric (or one pixel)
import numpy as np
import tensorflow as tf


def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    x = tf.constant(X.T[None].astype(np.float64))
    k = tf.constant(K.T[..., None].astype(np.float64))
    y = tf.nn.conv2d(x, k, strides=1, padding="VALID")
    return tf.squeeze(y, axis=[0, 3]).numpy()
