# Writes the missing defaults into the caller's dicts: `L = [{'type': 'pool', 'size': 2}]; trace_shapes((4, 4, 1), L); L`
from math import prod

def trace_shapes(in_shape, layers):
    shape, out = tuple(in_shape), []
    for layer in layers:
        if layer['type'] in ('conv', 'pool'):
            k = layer['kernel'] if layer['type'] == 'conv' else layer['size']
            s = layer.setdefault('stride', 1 if layer['type'] == 'conv' else k)
            p = layer.setdefault('padding', 0)
            if k > shape[0] + 2 * p or k > shape[1] + 2 * p:
                raise ValueError('window too large')
            c = layer['filters'] if layer['type'] == 'conv' else shape[2]
            shape = ((shape[0] + 2 * p - k) // s + 1, (shape[1] + 2 * p - k) // s + 1, c)
        elif layer['type'] == 'flatten':
            shape = (prod(shape),)
        elif layer['type'] == 'dense':
            shape = (layer['units'],)
        out.append(shape)
    return out
