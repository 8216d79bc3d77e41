# style: TensorFlow, the shapes of the weight tensors and their num_elements
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import tensorflow as tf


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    kernel_shape = tf.TensorShape([kh, kw, ci // groups, co])
    n = kernel_shape.num_elements()
    if bias:
        n += tf.TensorShape([co]).num_elements()
    return int(n)
