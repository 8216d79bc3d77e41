# A conv without 'padding' keeps H and W (padding kernel//2): `trace_shapes((8, 8, 1), [{'type': 'conv', 'filters': 2, 'kernel': 3}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            conv = l['type'] == 'conv'
            k = l['kernel'] if conv else l['size']
            s = l.get('stride', 1 if conv else k)
            p = l.get('padding', k // 2 if conv else 0)
            h, w = (n + 2 * p - k for n in cur[:2])
            if h < 0 or w < 0:
                raise ValueError('window too large')
            cur = (h // s + 1, w // s + 1, l.get('filters', cur[2]))
        elif l['type'] == 'flatten':
            cur = (prod(cur),)
        else:
            cur = (l['units'],)
        shapes.append(cur)
    return shapes
