# style: Keras gives the output shape, the rest by hand
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras


def dense_equivalent_stats(in_shape, kernel):
    conv = keras.layers.Conv2D(1, kernel, use_bias=False)
    _, ho, wo, _ = conv.compute_output_shape((None, in_shape[0], in_shape[1], 1))
    rows = int(ho) * int(wo)
    cols = in_shape[0] * in_shape[1]
    weights = kernel[0] * kernel[1]
    return {'rows': rows, 'cols': cols, 'entries': rows * cols, 'nonzeros': weights * rows,
            'zeros': rows * (cols - weights), 'distinct': weights}
