import copy

def trace_shapes(in_shape, layers):
    layers = copy.deepcopy(layers)      # never touch the caller's dicts
    current = in_shape
    shapes = []
    while layers:
        layer = layers.pop(0)
        kind = layer.pop('type')
        if kind == 'conv':
            layer.setdefault('stride', 1)
            layer['size'] = layer['kernel']
            layer['out'] = layer['filters']
        if kind == 'pool':
            layer.setdefault('stride', layer['size'])
            layer['out'] = current[2]
        if kind in ('conv', 'pool'):
            pad = 2 * layer.setdefault('padding', 0)
            if layer['size'] > current[0] + pad or layer['size'] > current[1] + pad:
                raise ValueError("can't fit the window")
            hh = (current[0] + pad - layer['size']) // layer['stride'] + 1
            ww = (current[1] + pad - layer['size']) // layer['stride'] + 1
            current = (hh, ww, layer['out'])
        elif kind == 'flatten':
            total = 1
            for dim in current: total *= dim
            current = (total,)
        elif kind == 'dense':
            current = (layer['units'],)
        shapes.append(current)
    return shapes
