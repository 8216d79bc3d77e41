# A pool layer returns one channel: `trace_shapes((4, 4, 3), [{'type': 'pool', 'size': 2}])`
from math import prod

def trace_shapes(in_shape, layers):
    sh, res = tuple(in_shape), []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            k = l['kernel'] if 'kernel' in l else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            h, w = [n + 2 * l.get('padding', 0) - k for n in sh[:2]]
            if min(h, w) < 0:
                raise ValueError('window too large')
            sh = (h // s + 1, w // s + 1, l.get('filters', 1))
        elif l['type'] == 'flatten':
            sh = (prod(sh),)
        else:
            sh = (l['units'],)
        res.append(sh)
    return res
