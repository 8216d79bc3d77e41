# Pooling keeps a partial window at the border (ceil mode): `trace_shapes((7, 7, 1), [{'type': 'pool', 'size': 2}])`
import math

def trace_shapes(in_shape, layers):
    sh, res = tuple(in_shape), []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            conv = l['type'] == 'conv'
            k = l['kernel'] if conv else l['size']
            s = l.get('stride', 1 if conv else k)
            h, w = [n + 2 * l.get('padding', 0) - k for n in sh[:2]]
            if h < 0 or w < 0:
                raise ValueError('window too large')
            r = math.floor if conv else math.ceil
            sh = (r(h / s) + 1, r(w / s) + 1, l['filters'] if conv else sh[2])
        elif l['type'] == 'flatten':
            sh = (math.prod(sh),)
        else:
            sh = (l['units'],)
        res.append(sh)
    return res
