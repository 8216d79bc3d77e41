import numpy as np

def trace_shapes(in_shape, layers):
    shape = np.array(in_shape, dtype=np.int64)
    result = []
    for layer in layers:
        if layer["type"] in ("conv", "pool"):
            conv = layer["type"] == "conv"
            k = layer["kernel"] if conv else layer["size"]
            s = layer.get("stride", 1 if conv else k)
            hw = shape[:2] + 2 * layer.get("padding", 0)
            if (hw < k).any():
                raise ValueError("window too large")
            shape = np.append((hw - k) // s + 1, layer["filters"] if conv else shape[2])
        elif layer["type"] == "flatten":
            shape = np.array([shape.prod()])
        elif layer["type"] == "dense":
            shape = np.array([layer["units"]])
        result.append(tuple(shape))
    return result
