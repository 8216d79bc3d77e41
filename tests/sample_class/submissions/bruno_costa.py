'''
Lista 4 - Bruno Costa
tensorflow 2, eager mode
'''
import os
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.random.set_seed(42)


def corr2d(X, K):
    X, K = tf.cast(X, tf.float32), tf.cast(K, tf.float32)
    alt, larg = K.shape
    linhas, colunas = X.shape[0] - alt + 1, X.shape[1] - larg + 1
    if min(linhas, colunas) < 1:
        raise ValueError("o kernel não cabe na imagem")
    return tf.stack([tf.stack([tf.reduce_sum(X[i:i + alt, j:j + larg] * K) for j in range(colunas)]) for i in range(linhas)])


class CamadaSoma(layers.Layer):
    """soma os canais (só para a demonstração)"""

    def call(self, X, K):
        return tf.add_n([corr2d(x, k) for x, k in zip(X, K)])


def corr2d_multi_in(X, K):
    tf.debugging.assert_equal(tf.rank(X), 3)
    if X.shape[0] != K.shape[0]:
        raise ValueError("número de canais diferente: %d, %d" % (X.shape[0], K.shape[0]))
    return tf.add_n([corr2d(X[c], K[c]) for c in range(X.shape[0])])


def corr2d_multi_in_out(X, K):
    mapas = [corr2d_multi_in(X, K[o]) for o in range(K.shape[0])]
    return tf.reduce_sum(mapas, axis=0)


def corr2d_multi_in_out_1x1(X, K):
    return tf.tensordot(tf.cast(K[:, :, 0, 0], tf.float32), tf.cast(X, tf.float32), axes=1)


def conv2d_nhwc(x, k, b, stride=(1, 1), padding='valid'):
    y = tf.nn.convolution(tf.cast(x, tf.float32), tf.cast(k, tf.float32), strides=stride, padding=padding.upper())
    return y + tf.cast(b, y.dtype)


def toeplitz_1d(k, n):
    tamanho = k.shape[0]
    if tamanho > n:
        raise ValueError("kernel maior que o sinal")
    T = tf.Variable(tf.zeros((n - tamanho + 1, n)))
    for i in range(n - tamanho + 1):
        T[i, i:i + tamanho].assign(tf.cast(k, tf.float32))
    return T


def out_size(n, k, p=0, s=1, d=1):
    sobra = n + 2 * p - d * (k - 1) - 1
    if sobra < 0:
        raise ValueError("a janela não cabe")
    return int(tf.floor(sobra / s)) + 1


if __name__ == "__main__":
    print(corr2d(np.arange(9).reshape(3, 3), np.arange(4).reshape(2, 2)).numpy())
