# Takes C * filters output channels (as if every filter gave one map per channel): `trace_shapes((4, 4, 3), [{'type': 'conv', 'filters': 2, 'kernel': 1}])`
from math import prod

def trace_shapes(in_shape, layers):
    sh, res = in_shape, []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            H, W, C = sh
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = l.get('padding', 0)
            if k > H + 2 * p or k > W + 2 * p:
                raise ValueError('window too large')
            sh = ((H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1, C * l.get('filters', 1))
        elif l['type'] == 'flatten':
            sh = (prod(sh),)
        else:
            sh = (l['units'],)
        res.append(sh)
    return res
