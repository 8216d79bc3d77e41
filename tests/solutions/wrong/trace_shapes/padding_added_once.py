# Adds the padding once instead of per side: `trace_shapes((8, 8, 1), [{'type': 'conv', 'filters': 2, 'kernel': 3, 'padding': 1}])`
from math import prod

def out(n, k, s, p):
    if k > n + p:
        raise ValueError('window too large')
    return (n + p - k) // s + 1

def trace_shapes(in_shape, layers):
    shapes = [tuple(in_shape)]
    for l in layers:
        sh = shapes[-1]
        if l['type'] == 'conv':
            k, s, p = l['kernel'], l.get('stride', 1), l.get('padding', 0)
            shapes.append((out(sh[0], k, s, p), out(sh[1], k, s, p), l['filters']))
        elif l['type'] == 'pool':
            k, s, p = l['size'], l.get('stride', l['size']), l.get('padding', 0)
            shapes.append((out(sh[0], k, s, p), out(sh[1], k, s, p), sh[2]))
        elif l['type'] == 'flatten':
            shapes.append((prod(sh),))
        elif l['type'] == 'dense':
            shapes.append((l['units'],))
    return shapes[1:]
