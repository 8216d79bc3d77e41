"""Values as a student reads them: one pasteable line, a short number, a nested list."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

MOST_NUMBERS = 64


def pasteable(value: Any) -> str:
    """A value as Python text; arrays as `np.array(...)`."""
    if isinstance(value, np.ndarray):
        return f"np.array({value.tolist()})"
    if isinstance(value, tuple):
        inner = ", ".join(pasteable(item) for item in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, list):
        return f"[{', '.join(pasteable(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {pasteable(item)}" for key, item in value.items()) + "}"
    return repr(value)


def call_line(name: str, arguments: tuple[Any, ...]) -> str:
    """A call that a student can paste into Python, NumPy imported as np."""
    return f"{name}({', '.join(pasteable(argument) for argument in arguments)})"


def nested(value: Any, where: tuple[int, ...] = ()) -> Any:
    """A value as JSON holds it: arrays as nested lists, those of over 64 numbers cropped around `where`."""
    if isinstance(value, np.ndarray):
        if value.size <= MOST_NUMBERS:
            return nested(value.tolist())
        side = max(int(MOST_NUMBERS ** (1 / value.ndim)), 1)
        part = crop_around([where if len(where) == value.ndim else (0,) * value.ndim], value.shape, (side,) * value.ndim)
        return {"shape": list(value.shape), "from": [s.start for s in part], "values": nested(value[part].tolist())}
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, tuple | list):
        return [nested(item) for item in value]
    if isinstance(value, dict):
        return {key: nested(item) for key, item in value.items()}
    return value


def crop_around(places: Sequence[tuple[int, ...]], shape: tuple[int, ...], sides: tuple[int, ...]) -> tuple[slice, ...]:
    """A box of at most `sides` entries that holds places, or begins where they begin."""
    made = []
    for axis, (n, side) in enumerate(zip(shape, sides, strict=True)):
        first, last = min(at[axis] for at in places), max(at[axis] for at in places)
        start = max(0, min(first - max(side - (last - first), 0) // 2, n - side))
        made.append(slice(start, min(start + side, n)))
    return tuple(made)


def number(x: Any) -> str:
    """A number as short as it can be."""
    if isinstance(x, float) and x.is_integer() and abs(x) < 1e15:
        return str(int(x))
    return (f"{x:.4g}" if abs(x) < 1000 else f"{x:.6g}") if isinstance(x, float) else str(x)
