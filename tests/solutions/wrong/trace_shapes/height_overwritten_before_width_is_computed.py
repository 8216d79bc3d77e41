# A copy-paste slip computes w from the new h: `trace_shapes((8, 8, 1), [{'type': 'conv', 'filters': 2, 'kernel': 3}])`
def trace_shapes(in_shape, layers):
    h, w, c = in_shape
    shapes = []
    for layer in layers:
        kind = layer['type']
        if kind == 'flatten':
            shapes.append((h * w * c,))
        elif kind == 'dense':
            shapes.append((layer['units'],))
        else:
            k = layer['kernel'] if kind == 'conv' else layer['size']
            s = layer.get('stride', 1 if kind == 'conv' else k)
            p = layer.get('padding', 0)
            if k > h + 2 * p or k > w + 2 * p:
                raise ValueError('window too large')
            h = (h + 2 * p - k) // s + 1
            w = (h + 2 * p - k) // s + 1
            c = layer['filters'] if kind == 'conv' else c
            shapes.append((h, w, c))
    return shapes
