from collections import namedtuple

Window = namedtuple("Window", "k s p")


def as_window(layer):
    if layer["type"] == "conv":
        return Window(layer["kernel"], layer.get("stride", 1), layer.get("padding", 0))
    return Window(layer["size"], layer.get("stride", layer["size"]), layer.get("padding", 0))


def trace_shapes(in_shape, layers):
    shapes = [tuple(in_shape)]
    for layer in layers:
        last = shapes[-1]
        if layer["type"] == "flatten":
            n = 1
            for d in last: n *= d
            shapes.append((n,))
        elif layer["type"] == "dense":
            shapes.append((layer["units"],))
        else:
            win = as_window(layer)
            hw = [d + 2 * win.p for d in last[:2]]
            if win.k > hw[0] or win.k > hw[1]:
                raise ValueError(f"{layer['type']}: window {win.k} does not fit {hw}")
            new_c = layer["filters"] if layer["type"] == "conv" else last[2]
            shapes.append(((hw[0] - win.k) // win.s + 1, (hw[1] - win.k) // win.s + 1, new_c))
        print(f"{layer['type']:8s} output shape:\t{shapes[-1]}")
    return shapes[1:]


if __name__ == "__main__":
    trace_shapes((28, 28, 1), [{'type': 'conv', 'filters': 6, 'kernel': 5, 'padding': 2}, {'type': 'pool', 'size': 2}])
