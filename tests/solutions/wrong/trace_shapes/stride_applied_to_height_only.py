# Only the height is divided by the stride: `trace_shapes((8, 8, 1), [{'type': 'pool', 'size': 2}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        if l['type'] == 'flatten':
            cur = (prod(cur),)
        elif l['type'] == 'dense':
            cur = (l['units'],)
        else:
            h, w, c = cur
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = l.get('padding', 0)
            if k > h + 2 * p or k > w + 2 * p:
                raise ValueError('window too large')
            cur = ((h + 2 * p - k) // s + 1, (w + 2 * p - k) + 1, l.get('filters', c))
        shapes.append(cur)
    return shapes
