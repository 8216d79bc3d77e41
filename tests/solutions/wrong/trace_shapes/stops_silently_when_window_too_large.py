# Breaks out of the loop and returns the shapes so far instead of raising: `trace_shapes((2, 2, 1), [{'type': 'pool', 'size': 2}, {'type': 'pool', 'size': 2}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            h, w = (n + 2 * l.get('padding', 0) - k for n in cur[:2])
            if h < 0 or w < 0:
                print("window too large, stopping")
                break
            cur = (h // s + 1, w // s + 1, l.get('filters', cur[2]))
        elif l['type'] == 'flatten':
            cur = (prod(cur),)
        else:
            cur = (l['units'],)
        shapes.append(cur)
    return shapes
