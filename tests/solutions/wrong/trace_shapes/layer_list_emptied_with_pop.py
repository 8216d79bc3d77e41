# Works the layers off with layers.pop(0), so the caller's list is empty afterwards: `L = [{'type': 'flatten'}]; trace_shapes((4, 4, 1), L); L`
def trace_shapes(in_shape, layers):
    shapes = []
    cur = tuple(in_shape)
    while len(layers) > 0:
        l = layers.pop(0)
        if l['type'] == 'conv' or l['type'] == 'pool':
            k = l['kernel'] if l['type'] == 'conv' else l['size']
            s = l.get('stride', 1 if l['type'] == 'conv' else k)
            p = 2 * l.get('padding', 0)
            if k > cur[0] + p or k > cur[1] + p:
                raise ValueError('window too large')
            cur = ((cur[0] + p - k) // s + 1, (cur[1] + p - k) // s + 1, l.get('filters', cur[2]))
        elif l['type'] == 'flatten':
            n = 1
            for v in cur:
                n *= v
            cur = (n,)
        else:
            cur = (l['units'],)
        shapes.append(cur)
    return shapes
