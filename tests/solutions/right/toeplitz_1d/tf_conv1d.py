# style: TensorFlow, tf.nn.conv1d on the identity
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def toeplitz_1d(k, n):
    if len(k) > n:
        raise ValueError("kernel longer than the signal")
    signals = tf.eye(n, dtype=tf.float64)[:, :, tf.newaxis]
    kernel = tf.constant(np.asarray(k, dtype=np.float64).reshape(-1, 1, 1))
    y = tf.nn.conv1d(signals, kernel, stride=1, padding="VALID")
    return tf.transpose(y[:, :, 0]).numpy()
