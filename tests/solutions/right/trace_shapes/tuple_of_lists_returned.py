def trace_shapes(in_shape, layers):
    h, w, c = in_shape
    flat = None
    out = ()
    for layer in layers:
        if layer['type'] == 'flatten':
            flat = h * w * c if flat is None else flat
            out += ([flat],)
            continue
        if layer['type'] == 'dense':
            flat = layer['units']
            out += ([flat],)
            continue
        if layer['type'] == 'conv':
            k, s = layer['kernel'], layer.get('stride', 1)
            c = layer['filters']
        else:
            k, s = layer['size'], layer.get('stride', layer['size'])
        p = layer.get('padding', 0)
        if k > min(h, w) + 2 * p:
            raise ValueError('window larger than padded input')
        h, w = [(x + 2 * p - k) // s + 1 for x in (h, w)]
        out += ([h, w, c],)
    return out
