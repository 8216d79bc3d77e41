# style: TensorFlow shapes, num_elements; no tensors are made
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import tensorflow as tf


def dense_equivalent_stats(in_shape, kernel):
    image = tf.TensorShape(in_shape)
    taps = tf.TensorShape(kernel).num_elements()
    out = tf.TensorShape([n - k + 1 for n, k in zip(image.as_list(), kernel)])
    rows, cols = out.num_elements(), image.num_elements()
    return {"rows": rows, "cols": cols, "entries": rows * cols, "nonzeros": rows * taps,
            "zeros": rows * cols - rows * taps, "distinct": taps}
