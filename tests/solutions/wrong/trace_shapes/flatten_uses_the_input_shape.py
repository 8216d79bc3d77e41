# Flatten multiplies in_shape instead of the current shape: `trace_shapes((4, 4, 1), [{'type': 'pool', 'size': 2}, {'type': 'flatten'}])`
import numpy as np

def trace_shapes(in_shape, layers):
    shape, shapes = tuple(in_shape), []
    for layer in layers:
        t = layer['type']
        if t in ('conv', 'pool'):
            k = layer['kernel'] if t == 'conv' else layer['size']
            s = layer.get('stride', 1 if t == 'conv' else k)
            hw = np.array(shape[:2]) + 2 * layer.get('padding', 0) - k
            if (hw < 0).any():
                raise ValueError('window too large')
            shape = tuple(int(v) for v in hw // s + 1) + (layer['filters'] if t == 'conv' else shape[2],)
        elif t == 'flatten':
            shape = (int(np.prod(in_shape)),)
        elif t == 'dense':
            shape = (layer['units'],)
        shapes.append(shape)
    return shapes
