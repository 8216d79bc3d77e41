# Reads and returns shapes as (C, H, W) as in PyTorch: `trace_shapes((8, 8, 3), [{'type': 'conv', 'filters': 4, 'kernel': 3}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            C, H, W = cur
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = l.get('padding', 0)
            if k > H + 2 * p or k > W + 2 * p:
                raise ValueError('window too large')
            cur = (l.get('filters', C), (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1)
        elif l['type'] == 'flatten':
            cur = (prod(cur),)
        else:
            cur = (l['units'],)
        shapes.append(cur)
    return shapes
