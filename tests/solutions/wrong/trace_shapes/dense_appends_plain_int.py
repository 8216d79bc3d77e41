# Appends the number of units itself instead of a one-element tuple: `trace_shapes((2, 2, 1), [{'type': 'flatten'}, {'type': 'dense', 'units': 5}])`
from math import prod

def trace_shapes(in_shape, layers):
    sh, res = tuple(in_shape), []
    for l in layers:
        if l['type'] == 'dense':
            res.append(l['units'])
            continue
        if l['type'] == 'flatten':
            sh = (prod(sh),)
        else:
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', {'conv': 1, 'pool': k}[l['type']])
            room = [n + 2 * l.get('padding', 0) - k for n in sh[:2]]
            if min(room) < 0:
                raise ValueError('window too large')
            sh = (room[0] // s + 1, room[1] // s + 1, l.get('filters', sh[2]))
        res.append(sh)
    return res
