# mistake: TensorFlow with SAME padding, then cut to the valid size; right only where nothing is padded in front (kernels of 1 or 2 at stride 1, ...)
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def corr2d_strided(X, K, stride):
    sh, sw = stride
    x = tf.constant(np.asarray(X, np.float64).reshape(1, X.shape[0], X.shape[1], 1))
    k = tf.constant(np.asarray(K, np.float64).reshape(K.shape[0], K.shape[1], 1, 1))
    y = tf.nn.conv2d(x, k, strides=[sh, sw], padding='SAME').numpy()[0, :, :, 0]
    return y[:(X.shape[0] - K.shape[0]) // sh + 1, :(X.shape[1] - K.shape[1]) // sw + 1]
