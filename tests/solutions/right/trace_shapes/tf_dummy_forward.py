import tensorflow as tf

def trace_shapes(in_shape, layers):
    x = tf.zeros((1,) + tuple(in_shape))
    shapes = []
    for layer in layers:
        kind = layer["type"]
        if kind in ("conv", "pool"):
            p = layer.get("padding", 0)
            x = tf.pad(x, [[0, 0], [p, p], [p, p], [0, 0]])
            k = layer["kernel"] if kind == "conv" else layer["size"]
            if k > x.shape[1] or k > x.shape[2]:
                raise ValueError(f"{kind}: window {k} larger than {x.shape}")
            if kind == "conv":
                w = tf.zeros((k, k, x.shape[3], layer["filters"]))
                x = tf.nn.conv2d(x, w, strides=layer.get("stride", 1), padding="VALID")
            else:
                x = tf.nn.max_pool2d(x, k, strides=layer.get("stride", k), padding="VALID")
        elif kind == "flatten":
            x = tf.reshape(x, (1, -1))
        else:
            x = tf.zeros((1, layer["units"]))
        shapes.append(tuple(x.shape[1:].as_list()))
    return shapes
