# Style: im2col with fancy indices (as in the Stanford course), one big matrix product, a class for the layer
import numpy as np


class Conv2D:
    def __init__(self, k, b, stride, padding):
        self.W = np.asarray(k, dtype=np.float64).reshape(-1, k.shape[-1])
        self.b = np.asarray(b, dtype=np.float64)
        self.size = k.shape[:2]
        self.stride = stride
        self.padding = padding

    def geometry(self, n, axis):
        k, s = self.size[axis], self.stride[axis]
        if self.padding == "valid":
            return (n - k) // s + 1, 0, 0
        # same formula as in TensorFlow's documentation
        if n % s == 0:
            total = max(k - s, 0)
        else:
            total = max(k - n % s, 0)
        return (n + s - 1) // s, total // 2, total - total // 2

    def forward(self, x):
        n, h, w, c = x.shape
        oh, top, bottom = self.geometry(h, 0)
        ow, left, right = self.geometry(w, 1)
        x = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)), "constant", constant_values=0)
        rows = np.arange(oh)[:, None] * self.stride[0] + np.arange(self.size[0])
        cols = np.arange(ow)[:, None] * self.stride[1] + np.arange(self.size[1])
        patches = x[:, rows[:, None, :, None], cols[None, :, None, :], :]
        patches = patches.reshape(n * oh * ow, -1).astype(np.float64)
        out = patches @ self.W + self.b
        return out.reshape(n, oh, ow, -1)


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    layer = Conv2D(k, b, stride, padding)
    return layer.forward(x)
