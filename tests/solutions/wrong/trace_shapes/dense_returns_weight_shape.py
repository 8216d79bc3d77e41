# A dense layer gives the shape of its weight matrix (inputs, units): `trace_shapes((2, 2, 1), [{'type': 'flatten'}, {'type': 'dense', 'units': 5}])`
from math import prod

def trace_shapes(in_shape, layers):
    sh, res = tuple(in_shape), []
    for l in layers:
        if l['type'] == 'flatten':
            sh = (prod(sh),)
        elif l['type'] == 'dense':
            sh = (sh[-1], l['units'])
        else:
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = l.get('padding', 0)
            if k > sh[0] + 2 * p or k > sh[1] + 2 * p:
                raise ValueError('window too large')
            sh = ((sh[0] + 2 * p - k) // s + 1, (sh[1] + 2 * p - k) // s + 1, l.get('filters', sh[-1]))
        res.append(sh)
    return res
