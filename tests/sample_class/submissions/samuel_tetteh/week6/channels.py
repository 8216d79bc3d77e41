import numpy as np
from lib.helpers import pad, total_pad


def corr2d(X, K):
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("The kernel does not fit into the image.")
    Y = np.zeros((X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + K.shape[0], j:j + K.shape[1]].astype(float) * K).sum()
    return Y


def conv2d_nhwc(x, k, b, stride=(1, 1), padding="valid"):
    batch = []
    for img in x:
        if padding == "same":
            img = pad(img, total_pad(img.shape[0], k.shape[0], stride[0]), total_pad(img.shape[1], k.shape[1], stride[1]))
        maps = []
        for o in range(k.shape[3]):
            y = 0
            for c in range(k.shape[2]):
                y = y + corr2d(img[:, :, c], k[:, :, c, o])[::stride[0], ::stride[1]] + b[o]
            maps.append(y)
        batch.append(np.stack(maps, axis=2))
    return np.stack(batch)


if __name__ == "__main__":
    x = np.arange(1, 13).reshape(1, 3, 4, 1)
    k = np.array([[1, 2], [3, 4]]).reshape(2, 2, 1, 1)
    print(conv2d_nhwc(x, k, np.array([10]), (1, 2), "same")[0, :, :, 0])
