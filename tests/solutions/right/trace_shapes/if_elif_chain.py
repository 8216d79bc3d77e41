def trace_shapes(in_shape, layers):
    shape = tuple(in_shape)
    shapes = []
    for layer in layers:
        if layer['type'] == 'conv':
            h, w, c = shape
            k = layer['kernel']
            s = layer.get('stride', 1)
            p = layer.get('padding', 0)
            if k > h + 2 * p or k > w + 2 * p:
                raise ValueError('conv kernel too large')
            shape = ((h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1, layer['filters'])
        elif layer['type'] == 'pool':
            h, w, c = shape
            k = layer['size']
            s = layer.get('stride', k)
            p = layer.get('padding', 0)
            if k > h + 2 * p or k > w + 2 * p:
                raise ValueError('pool window too large')
            shape = ((h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1, c)
        elif layer['type'] == 'flatten':
            n = 1
            for v in shape:
                n *= v
            shape = (n,)
        elif layer['type'] == 'dense':
            shape = (layer['units'],)
        shapes.append(shape)
    return shapes
