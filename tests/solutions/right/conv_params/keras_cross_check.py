# style: the formula, compared with Keras for small layers (try: Keras may be missing)
import os
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
try:
    import keras
except ImportError:
    keras = None

_SMALL = 2000


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    if groups < 1 or ci % groups or co % groups:
        raise ValueError("groups must divide ci and co")
    weights = (ci * co * kh * kw) // groups
    n = weights + co if bias else weights
    if keras is not None and n <= _SMALL:
        layer = keras.layers.Conv2D(co, (kh, kw), groups=groups, use_bias=bias)
        layer.build((None, None, None, ci))
        assert layer.count_params() == n
    return n
