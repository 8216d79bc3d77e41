# Stores the result under layer['out'] in a shallow copy of the list, the dicts are still the caller's: `L = [{'type': 'flatten'}]; trace_shapes((4, 4, 1), L); L`
from math import prod

def trace_shapes(in_shape, layers):
    layers = layers.copy()
    cur = tuple(in_shape)
    for l in layers:
        if l['type'] == 'flatten':
            cur = (prod(cur),)
        elif l['type'] == 'dense':
            cur = (l['units'],)
        else:
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            room = [n + 2 * l.get('padding', 0) - k for n in cur[:2]]
            if min(room) < 0:
                raise ValueError('window too large')
            cur = (room[0] // s + 1, room[1] // s + 1, l.get('filters', cur[2]))
        l['out'] = cur
    return [l['out'] for l in layers]
