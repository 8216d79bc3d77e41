# s and p are only set when the dict has them, otherwise those of the layer before are used: `trace_shapes((9, 9, 1), [{'type': 'conv', 'filters': 1, 'kernel': 3, 'stride': 2}, {'type': 'conv', 'filters': 1, 'kernel': 3}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes = tuple(in_shape), []
    s, p = 1, 0
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            if l['type'] == 'pool':
                s = k
            if 'stride' in l:
                s = l['stride']
            if 'padding' in l:
                p = l['padding']
            if k > min(cur[:2]) + 2 * p:
                raise ValueError('window too large')
            cur = ((cur[0] + 2 * p - k) // s + 1, (cur[1] + 2 * p - k) // s + 1, l.get('filters', cur[2]))
        elif l['type'] == 'flatten':
            cur = (prod(cur),)
        else:
            cur = (l['units'],)
        shapes.append(cur)
    return shapes
