# mistake: tf.image.extract_patches without putting the channels back in front; right for Ci = 1 or 1x1 kernels
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf


def im2col(X, kernel, stride=1):
    x = np.moveaxis(np.asarray(X, np.float64), 0, -1)[None]
    p = tf.image.extract_patches(x, [1, kernel[0], kernel[1], 1], [1, stride, stride, 1], [1, 1, 1, 1], 'VALID')
    return tf.reshape(p, (-1, p.shape[-1])).numpy()
