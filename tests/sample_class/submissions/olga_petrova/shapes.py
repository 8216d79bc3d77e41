def out_size(n, k, p=0, s=1, d=1):
    free = n + 2 * p - d * (k - 1) - 1
    if free < 0:
        raise ValueError("окно не помещается")
    return free // s + 1


def same_pads(n, k, s=1, d=1):
    places = (n - 1) // s + 1
    total = (places - 1) * s + d * (k - 1) + 1 - n
    total = total if total > 0 else 0
    half = total // 2
    return half, total - half


def conv_shape(in_shape, kernel, stride=(1, 1), padding='valid'):
    H, W = in_shape
    Kh, Kw = kernel
    sh, sw = stride
    if padding == 'valid':
        return out_size(H, Kh, 0, sh), out_size(W, Kw, 0, sw)
    elif padding == 'same':
        return (H - 1) // sh + 1, (W - 1) // sw + 1
    elif padding == 'full':
        return out_size(H, Kh, Kh - 1, sh), out_size(W, Kw, Kw - 1, sw)
    raise ValueError("padding: %s" % padding)


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    per_group = (ci // groups) * (co // groups) * kh * kw
    return groups * per_group + (co if bias else 0)


class Tracer:
    """Обходит слои сети и помнит текущую форму."""

    def __init__(self, shape):
        self.shape = tuple(shape)

    def window(self, k, s, p):
        return tuple(out_size(n, k, p, s) for n in self.shape[:2])

    def conv(self, layer):
        self.shape = self.window(layer['kernel'], layer.get('stride', 1), layer.get('padding', 0)) + (layer['filters'],)

    def pool(self, layer):
        self.shape = self.window(layer['size'], layer.get('stride', layer['size']), layer.get('padding', 0)) + (self.shape[2],)

    def flatten(self, layer):
        n = 1
        for m in self.shape:
            n *= m
        self.shape = (n,)

    def dense(self, layer):
        self.shape = (layer['units'],)

    def run(self, layers):
        for layer in layers:
            getattr(self, layer['type'])(layer)
            yield self.shape


def trace_shapes(in_shape, layers):
    return list(Tracer(in_shape).run(layers))
