# Copies the pooling default, a conv without 'stride' moves by its kernel size: `trace_shapes((8, 8, 3), [{'type': 'conv', 'filters': 4, 'kernel': 3}])`
from math import prod

def trace_shapes(in_shape, layers):
    shape, out = tuple(in_shape), []
    for layer in layers:
        t = layer['type']
        if t == 'flatten':
            shape = (prod(shape),)
        elif t == 'dense':
            shape = (layer['units'],)
        else:
            k = layer.get('kernel', layer.get('size'))
            s = layer.get('stride', k)
            p = layer.get('padding', 0)
            h, w = shape[0] + 2 * p - k, shape[1] + 2 * p - k
            if h < 0 or w < 0:
                raise ValueError('window too large')
            shape = (h // s + 1, w // s + 1, layer.get('filters', shape[2]))
        out.append(shape)
    return out
