# Returns the final shape instead of the list of all shapes: `trace_shapes((4, 4, 1), [{'type': 'pool', 'size': 2}, {'type': 'flatten'}])`
from functools import reduce
from math import prod

def apply(cur, l):
    if l['type'] == 'flatten':
        return (prod(cur),)
    if l['type'] == 'dense':
        return (l['units'],)
    k = l['kernel'] if l['type'] == 'conv' else l['size']
    s = l.get('stride', 1 if l['type'] == 'conv' else k)
    p = l.get('padding', 0)
    if k > min(cur[0], cur[1]) + 2 * p:
        raise ValueError('window too large')
    return ((cur[0] + 2 * p - k) // s + 1, (cur[1] + 2 * p - k) // s + 1, l.get('filters', cur[2]))

def trace_shapes(in_shape, layers):
    return reduce(apply, layers, tuple(in_shape))
