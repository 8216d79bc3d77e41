from itertools import accumulate
from math import prod


def step(shape, layer):
    t = layer['type']
    if t == 'dense':
        return (layer['units'],)
    if t == 'flatten':
        return (prod(shape),)
    conv = t == 'conv'
    k = layer['kernel' if conv else 'size']
    s = layer.get('stride', 1 if conv else k)
    room = [v + 2 * layer.get('padding', 0) - k for v in shape[:2]]
    if min(room) < 0:
        raise ValueError('window larger than padded input')
    return tuple(r // s + 1 for r in room) + (layer['filters'] if conv else shape[2],)


def trace_shapes(in_shape, layers):
    return list(accumulate(layers, step, initial=tuple(in_shape)))[1:]
