# Pops 'type' from every dict to pass the rest as keyword arguments: `L = [{'type': 'flatten'}]; trace_shapes((4, 4, 1), L); L`
from math import prod

def conv(sh, filters, kernel, stride=1, padding=0):
    room = [n + 2 * padding - kernel for n in sh[:2]]
    if min(room) < 0:
        raise ValueError('window too large')
    return (room[0] // stride + 1, room[1] // stride + 1, filters)

def pool(sh, size, stride=None, padding=0):
    return conv(sh, sh[2], size, stride or size, padding)

def flatten(sh):
    return (prod(sh),)

def dense(sh, units):
    return (units,)

def trace_shapes(in_shape, layers):
    shapes = []
    for layer in layers:
        kind = layer.pop('type')
        in_shape = {'conv': conv, 'pool': pool, 'flatten': flatten, 'dense': dense}[kind](in_shape, **layer)
        shapes.append(in_shape)
    return shapes
