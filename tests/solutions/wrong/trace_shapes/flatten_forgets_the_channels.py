# Flatten returns H*W: `trace_shapes((4, 4, 3), [{'type': 'flatten'}])`
def trace_shapes(in_shape, layers):
    h, w, c = in_shape
    out = []
    for l in layers:
        if l['type'] in ('conv', 'pool'):
            conv = l['type'] == 'conv'
            k = l['kernel'] if conv else l['size']
            s, p = l.get('stride', 1 if conv else k), l.get('padding', 0)
            if k > h + 2*p or k > w + 2*p:
                raise ValueError('window too large')
            h, w = (h + 2*p - k)//s + 1, (w + 2*p - k)//s + 1
            c = l['filters'] if conv else c
            out.append((h, w, c))
        elif l['type'] == 'flatten':
            out.append((h * w,))
        elif l['type'] == 'dense':
            out.append((l['units'],))
    return out
