# Returns a pair (shapes, cache) instead of the list: `trace_shapes((4, 4, 1), [{'type': 'flatten'}])`
from math import prod

def trace_shapes(in_shape, layers):
    cur, shapes, cache = tuple(in_shape), [], []
    for l in layers:
        cache.append((cur, l['type']))
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
        shapes.append(cur)
    return shapes, cache
