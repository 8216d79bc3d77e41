# mistake: Wo is taken from the kernel's height; right for square kernels only
import numpy as np


def corr2d_matrix(K, in_shape):
    (H, W), k = in_shape, len(K)
    Ho, Wo = H - k + 1, W - k + 1
    M = np.zeros((Ho * Wo, H * W))
    for i in range(Ho):
        for j in range(Wo):
            for a in range(k):
                M[i * Wo + j, (i + a) * W + j:(i + a) * W + j + K.shape[1]] = K[a]
    return M
