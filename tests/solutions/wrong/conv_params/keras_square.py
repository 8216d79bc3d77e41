# mistake: Keras layer built with the kernel (kw, kw); only shows for kernels that are not square
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    layer = keras.layers.Conv2D(co, kw, groups=groups, use_bias=bias)
    layer.build((None, 32, 32, ci))
    return layer.count_params()
