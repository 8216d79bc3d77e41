# style: TensorFlow, the matrix is the Jacobian (GradientTape)
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def corr2d_matrix(K, in_shape):
    x = tf.Variable(tf.zeros([int(in_shape[0]) * int(in_shape[1])], tf.float64))
    k = tf.constant(np.array(K, dtype=float).reshape(K.shape + (1, 1)))
    with tf.GradientTape(persistent=True) as tape:
        img = tf.reshape(x, (1, in_shape[0], in_shape[1], 1))
        y = tf.reshape(tf.nn.conv2d(img, k, 1, "VALID"), [-1])
    return tape.jacobian(y, x, experimental_use_pfor=False).numpy()
