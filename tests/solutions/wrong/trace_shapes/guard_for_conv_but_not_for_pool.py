# Only conv layers are checked, a pool window that is too large passes: `trace_shapes((2, 2, 1), [{'type': 'pool', 'size': 3}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        p = l.get('padding', 0)
        if l['type'] == 'conv':
            k, s = l['kernel'], l.get('stride', 1)
            if k > cur[0] + 2 * p or k > cur[1] + 2 * p:
                raise ValueError('kernel too large')
            cur = ((cur[0] + 2 * p - k) // s + 1, (cur[1] + 2 * p - k) // s + 1, l['filters'])
        elif l['type'] == 'pool':
            k = l['size']
            s = l.get('stride', k)
            cur = ((cur[0] + 2 * p - k) // s + 1, (cur[1] + 2 * p - k) // s + 1, cur[2])
        elif l['type'] == 'flatten':
            cur = (prod(cur),)
        else:
            cur = (l['units'],)
        shapes.append(cur)
    return shapes
