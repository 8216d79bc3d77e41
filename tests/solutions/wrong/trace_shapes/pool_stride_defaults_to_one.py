# A pool layer without 'stride' moves by 1 instead of by its size: `trace_shapes((8, 8, 3), [{'type': 'pool', 'size': 2}])`
from math import prod

def trace_shapes(in_shape, layers):
    shape, out = tuple(in_shape), []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s, p = l.get('stride', 1), l.get('padding', 0)
            if k > min(shape[:2]) + 2 * p:
                raise ValueError('window too large')
            c = l['filters'] if l['type'] == 'conv' else shape[2]
            shape = ((shape[0] + 2*p - k)//s + 1, (shape[1] + 2*p - k)//s + 1, c)
        elif l['type'] == 'flatten':
            shape = (prod(shape),)
        else:
            shape = (l['units'],)
        out.append(shape)
    return out
