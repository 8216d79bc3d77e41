#!/usr/bin/env python3
"""Exercises on convolution.

Jonas Weber. Everything is vectorised with sliding_window_view, so there
are no python loops over pixels.
"""
from __future__ import annotations

import math
import sys
from typing import Any, Callable, Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

Shape = tuple[int, ...]

_REDUCERS: dict[str, Callable[..., np.ndarray]] = {"max": np.max, "avg": np.mean}


def _windows(image: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """View of shape (H-h+1, W-w+1, h, w); complains if nothing fits."""
    if any(k > n for k, n in zip(size, image.shape)):
        raise ValueError(f"window {size} does not fit into image {image.shape}")
    return sliding_window_view(image, size)


def corr2d(X: np.ndarray, K: np.ndarray) -> np.ndarray:
    image = np.asarray(X, dtype=np.float64)
    kernel = np.asarray(K, dtype=np.float64)
    return np.einsum("ijab,ab->ij", _windows(image, kernel.shape), kernel)


def out_size(n: int, k: int, p: int = 0, s: int = 1, d: int = 1) -> int:
    span = d * (k - 1) + 1
    room = n + 2 * p - span
    if room < 0:
        raise ValueError(f"effective window {span} is larger than padded axis {n + 2 * p}")
    return room // s + 1


def pool2d(X: np.ndarray, pool_size: tuple[int, int], mode: str = "max") -> np.ndarray:
    try:
        reduce = _REDUCERS[mode]
    except KeyError:
        raise ValueError(f"unknown mode {mode!r}, use one of {sorted(_REDUCERS)}") from None
    image = np.asarray(X, dtype=np.float64)
    return reduce(_windows(image, tuple(pool_size)), axis=(2, 3))


def _slide(shape: Shape, k: int, s: int, p: int, channels: int) -> Shape:
    h, w, _ = shape
    return out_size(h, k, p, s), out_size(w, k, p, s), channels


def trace_shapes(in_shape: Shape, layers: Sequence[dict[str, Any]]) -> list[Shape]:
    shape: Shape = tuple(in_shape)
    trace: list[Shape] = []
    for layer in layers:
        match layer:
            case {"type": "conv", "filters": f, "kernel": k}:
                shape = _slide(shape, k, layer.get("stride", 1), layer.get("padding", 0), f)
            case {"type": "pool", "size": k}:
                shape = _slide(shape, k, layer.get("stride", k), layer.get("padding", 0), shape[2])
            case {"type": "flatten"}:
                shape = (math.prod(shape),)
            case {"type": "dense", "units": u}:
                shape = (u,)
            case _:
                raise ValueError(f"do not know this layer: {layer}")
        trace.append(shape)
    return trace


def main() -> int:
    X = np.arange(9).reshape(3, 3)
    K = np.arange(4).reshape(2, 2)
    assert np.array_equal(corr2d(X, K), [[19, 25], [37, 43]])
    assert np.array_equal(pool2d(X, (2, 2)), [[4, 5], [7, 8]])
    assert np.array_equal(pool2d(X, (2, 2), "avg"), [[2, 3], [5, 6]])
    assert out_size(224, 11, 0, 4) == 54
    print("all good")
    return 0


if __name__ == "__main__":
    sys.exit(main())
