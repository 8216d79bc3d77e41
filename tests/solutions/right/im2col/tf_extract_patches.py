# style: tf.image.extract_patches (channels last), reordered to channels first
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def im2col(X, kernel, stride=1):
    Ci = X.shape[0]
    Kh, Kw = kernel
    x = tf.constant(np.transpose(X, (1, 2, 0))[np.newaxis].astype(np.float64))
    p = tf.image.extract_patches(x, sizes=[1, Kh, Kw, 1], strides=[1, stride, stride, 1], rates=[1, 1, 1, 1], padding='VALID')
    p = tf.reshape(p, (-1, Kh, Kw, Ci))
    return tf.reshape(tf.transpose(p, (0, 3, 1, 2)), (-1, Ci * Kh * Kw)).numpy()
