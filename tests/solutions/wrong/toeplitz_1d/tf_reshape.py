# mistake: TensorFlow, the result is reshaped instead of transposed; right for one output entry or where n == n - Kn + 1 is symmetric (Kn = 1)
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def toeplitz_1d(k, n):
    if len(k) > n:
        raise ValueError("kernel longer than the signal")
    eye = tf.reshape(tf.eye(n, dtype=tf.float64), (n, n, 1))
    y = tf.nn.conv1d(eye, np.asarray(k, np.float64)[:, None, None], 1, "VALID")
    return tf.reshape(y, (n - len(k) + 1, n)).numpy()
