# The 'padding' of pool layers is never read: `trace_shapes((8, 8, 1), [{'type': 'pool', 'size': 2, 'padding': 1}])`
from math import prod

def out(n, k, s=1, p=0):
    if k > n + 2 * p:
        raise ValueError('window too large')
    return (n + 2 * p - k) // s + 1

def trace_shapes(in_shape, layers):
    sh, res = tuple(in_shape), []
    for l in layers:
        if l['type'] == 'conv':
            args = l['kernel'], l.get('stride', 1), l.get('padding', 0)
            sh = (out(sh[0], *args), out(sh[1], *args), l['filters'])
        elif l['type'] == 'pool':
            args = l['size'], l.get('stride', l['size'])
            sh = (out(sh[0], *args), out(sh[1], *args), sh[2])
        elif l['type'] == 'flatten':
            sh = (prod(sh),)
        elif l['type'] == 'dense':
            sh = (l['units'],)
        res.append(sh)
    return res
