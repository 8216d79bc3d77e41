# Mistake: Keras with padding='same': the left-over rows and columns give additional blocks; wrong if size does not divide H or W
import keras
import numpy as np


def pool_nhwc(x, size, mode='max'):
    cls = keras.layers.MaxPooling2D if mode == 'max' else keras.layers.AveragePooling2D
    return cls((size, size), padding='same')(x.astype(np.float32)).numpy()
