# Raises for a window that fits thanks to the padding: `trace_shapes((2, 2, 1), [{'type': 'conv', 'filters': 1, 'kernel': 3, 'padding': 1}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            H, W, C = cur
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            if k > H or k > W:
                raise ValueError(f'window {k} larger than {H}x{W}')
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = l.get('padding', 0)
            cur = ((H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1, l.get('filters', C))
        elif l['type'] == 'flatten':
            cur = (prod(cur),)
        else:
            cur = (l['units'],)
        shapes.append(cur)
    return shapes
