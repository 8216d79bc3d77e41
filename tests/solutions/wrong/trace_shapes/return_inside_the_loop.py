# The return is indented into the loop, only the first layer is traced: `trace_shapes((4, 4, 1), [{'type': 'pool', 'size': 2}, {'type': 'flatten'}])`
def trace_shapes(in_shape, layers):
    h, w, c = in_shape
    shapes = []
    for layer in layers:
        if layer['type'] == 'flatten':
            shapes.append((h * w * c,))
        elif layer['type'] == 'dense':
            shapes.append((layer['units'],))
        else:
            k = layer['kernel'] if layer['type'] == 'conv' else layer['size']
            s = layer.get('stride', 1 if layer['type'] == 'conv' else k)
            p = layer.get('padding', 0)
            if k > min(h, w) + 2 * p:
                raise ValueError('window too large')
            h, w, c = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1, layer.get('filters', c)
            shapes.append((h, w, c))
        return shapes
    return shapes
