# style: TensorFlow, tf.nn.conv2d applied to all unit images at once
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    units = tf.reshape(tf.eye(H * W, dtype=tf.float64), (H * W, H, W, 1))
    kernel = tf.constant(np.asarray(K, np.float64)[:, :, None, None])
    Y = tf.nn.conv2d(units, kernel, strides=1, padding='VALID')
    return tf.transpose(tf.reshape(Y, (H * W, -1)))
