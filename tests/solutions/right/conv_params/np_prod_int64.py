# style: numpy, returns a numpy integer (np.int64); fits for counts below 2**63
import numpy as np


def conv_params(ci, co, kh, kw, groups=1, bias=True):
    kernel_shape = np.array([co, ci // groups, kh, kw], dtype=np.int64)
    bias_shape = np.array([co], dtype=np.int64) if bias else np.array([0], dtype=np.int64)
    return np.prod(kernel_shape) + np.prod(bias_shape)
