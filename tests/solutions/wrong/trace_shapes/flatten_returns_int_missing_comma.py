# `(h * w * c)` without a comma is an int and no tuple: `trace_shapes((4, 4, 3), [{'type': 'flatten'}])`
def trace_shapes(in_shape, layers):
    h, w, c = in_shape
    out = []
    for l in layers:
        if l['type'] == 'flatten':
            out.append((h * w * c))
        elif l['type'] == 'dense':
            out.append((l['units'],))
        else:
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = l.get('padding', 0)
            if k > h + 2 * p or k > w + 2 * p:
                raise ValueError('window too large')
            h, w, c = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1, l.get('filters', c)
            out.append((h, w, c))
    return out
