# style: tf.nn.conv2d per channel with one-hot kernels; a tensor comes back
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def im2col(X, kernel, stride=1):
    Kh, Kw = kernel
    eye = tf.reshape(tf.eye(Kh * Kw, dtype=tf.float64), (Kh, Kw, 1, Kh * Kw))
    x = tf.constant(np.asarray(X, np.float64)[..., None])       # channels as a batch
    y = tf.nn.conv2d(x, eye, strides=stride, padding="VALID")  # (Ci, Ho, Wo, Kh*Kw)
    y = tf.transpose(y, (1, 2, 0, 3))
    return tf.reshape(y, (y.shape[0] * y.shape[1], -1))
