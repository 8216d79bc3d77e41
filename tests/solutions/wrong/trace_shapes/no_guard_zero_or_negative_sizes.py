# Never raises, a window that is too large gives sizes of zero or less: `trace_shapes((2, 2, 1), [{'type': 'conv', 'filters': 1, 'kernel': 5}])`
from math import prod

def out(n, k, p, s):
    return (n + 2 * p - k) // s + 1

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        if l['type'] == 'conv':
            a = l['kernel'], l.get('padding', 0), l.get('stride', 1)
            cur = (out(cur[0], *a), out(cur[1], *a), l['filters'])
        elif l['type'] == 'pool':
            a = l['size'], l.get('padding', 0), l.get('stride', l['size'])
            cur = (out(cur[0], *a), out(cur[1], *a), cur[2])
        elif l['type'] == 'flatten':
            cur = (prod(cur),)
        elif l['type'] == 'dense':
            cur = (l['units'],)
        shapes.append(cur)
    return shapes
