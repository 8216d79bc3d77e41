class Tracer:
    def __init__(self, shape):
        self.shape = tuple(shape)
        self.history = []

    def window(self, k, s, p):
        h, w = self.shape[0] + 2 * p, self.shape[1] + 2 * p
        if min(h, w) < k:
            raise ValueError("layer window is larger than its input")
        return (h - k) // s + 1, (w - k) // s + 1

    def conv(self, filters, kernel, stride=1, padding=0, **_):
        self.shape = (*self.window(kernel, stride, padding), filters)

    def pool(self, size, stride=None, padding=0, **_):
        stride = size if stride is None else stride
        self.shape = (*self.window(size, stride, padding), self.shape[2])

    def flatten(self, **_):
        n = 1
        for v in self.shape:
            n = n * v
        self.shape = (n,)

    def dense(self, units, **_):
        self.shape = (units,)


def trace_shapes(in_shape, layers):
    t = Tracer(in_shape)
    for layer in layers:
        getattr(t, layer["type"])(**layer)   # 'type' lands in **_
        t.history.append(t.shape)
    return t.history
