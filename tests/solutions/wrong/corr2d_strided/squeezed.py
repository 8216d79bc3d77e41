# mistake: np.squeeze on the result drops axes of length 1; wrong shape when the output has one row or one column
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def corr2d_strided(X, K, stride):
    x = np.asarray(X, np.float64)[np.newaxis, ..., np.newaxis]
    k = np.asarray(K, np.float64)[..., np.newaxis, np.newaxis]
    y = tf.nn.conv2d(x, k, strides=stride, padding='VALID')
    return np.squeeze(y.numpy())
