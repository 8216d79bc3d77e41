# A pool layer just divides H and W by its size, stride and overlap are ignored: `trace_shapes((7, 7, 2), [{'type': 'pool', 'size': 3, 'stride': 2}])`
from math import prod

def trace_shapes(in_shape, layers):
    sh, res = tuple(in_shape), []
    for l in layers:
        p = l.get('padding', 0)
        if l['type'] == 'conv':
            a, b, s = sh[0] + 2 * p - l['kernel'], sh[1] + 2 * p - l['kernel'], l.get('stride', 1)
            if a < 0 or b < 0:
                raise ValueError('kernel too large')
            sh = (a // s + 1, b // s + 1, l['filters'])
        elif l['type'] == 'pool':
            sh = ((sh[0] + 2 * p) // l['size'], (sh[1] + 2 * p) // l['size'], sh[2])
            if 0 in sh:
                raise ValueError('pool too large')
        elif l['type'] == 'flatten':
            sh = (prod(sh),)
        else:
            sh = (l['units'],)
        res.append(sh)
    return res
