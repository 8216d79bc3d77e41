# The list starts with the input shape: `trace_shapes((4, 4, 1), [{'type': 'pool', 'size': 2}])`
from math import prod

def trace_shapes(in_shape, layers):
    shapes = [tuple(in_shape)]
    for l in layers:
        cur = shapes[-1]
        if l['type'] == 'flatten':
            shapes.append((prod(cur),))
        elif l['type'] == 'dense':
            shapes.append((l['units'],))
        else:
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = l.get('padding', 0)
            if k > min(cur[0], cur[1]) + 2 * p:
                raise ValueError('window too large')
            shapes.append(((cur[0] + 2 * p - k) // s + 1, (cur[1] + 2 * p - k) // s + 1, l.get('filters', cur[2])))
    return shapes
