# Flatten updates the shape but `continue`s before the append, so its entry is missing: `trace_shapes((2, 2, 1), [{'type': 'flatten'}, {'type': 'dense', 'units': 3}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        if l['type'] == 'flatten':
            cur = (prod(cur),)
            continue
        if l['type'] == 'dense':
            cur = (l['units'],)
        else:
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            h, w = (n + 2 * l.get('padding', 0) - k for n in cur[:2])
            if h < 0 or w < 0:
                raise ValueError('window too large')
            cur = (h // s + 1, w // s + 1, l.get('filters', cur[2]))
        shapes.append(cur)
    return shapes
