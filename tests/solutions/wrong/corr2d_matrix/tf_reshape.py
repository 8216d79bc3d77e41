# mistake: TensorFlow, result reshaped to (outputs, pixels) without the transpose; right only where there is a single output or a 1x1 kernel
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def corr2d_matrix(K, in_shape):
    H, W = in_shape
    eye = np.eye(H * W).reshape(H * W, H, W, 1)
    Y = tf.nn.conv2d(eye, np.asarray(K, float)[:, :, None, None], 1, 'VALID').numpy()
    return Y.reshape(-1, H * W)
