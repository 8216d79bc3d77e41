import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

DEFAULTS = {'stride': None, 'padding': 0}

def trace_shapes(in_shape, layers):
    """Push a dummy array through and write down what comes out."""
    x = np.zeros(in_shape, dtype=np.int8)
    shapes = []
    for layer in layers:
        cfg = {**DEFAULTS, **layer}
        if cfg['type'] == 'flatten':
            x = x.reshape(-1)
        elif cfg['type'] == 'dense':
            x = np.zeros(cfg['units'], dtype=np.int8)
        else:
            k = cfg['kernel'] if cfg['type'] == 'conv' else cfg['size']
            s = cfg['stride'] or (1 if cfg['type'] == 'conv' else k)
            p = cfg['padding']
            x = np.pad(x, ((p, p), (p, p), (0, 0)))
            x = sliding_window_view(x, (k, k), axis=(0, 1))[::s, ::s, :, 0, 0]  # ValueError if k too big
            if cfg['type'] == 'conv':
                x = np.zeros(x.shape[:2] + (cfg['filters'],), dtype=np.int8)
        shapes.append(x.shape)
    return shapes
