# Mistake: the bias is added once for every input channel; wrong if Ci > 1 and b is not zero
import numpy as np
from scipy.signal import correlate2d


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    sh, sw = stride
    n, h, w, ci = x.shape
    kh, kw, _, co = k.shape
    if padding == 'same':
        th = max((-(-h // sh) - 1) * sh + kh - h, 0)
        tw = max((-(-w // sw) - 1) * sw + kw - w, 0)
        x = np.pad(x, ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
    result = []
    for img in x.astype(float):
        maps = []
        for o in range(co):
            m = 0
            for c in range(ci):
                m = m + correlate2d(img[:, :, c], k[:, :, c, o].astype(float), mode='valid')[::sh, ::sw] + b[o]
            maps.append(m)
        result.append(np.stack(maps, -1))
    return np.array(result)
