"""What arguments are made of: sizes, arrays with every kind of contents, arguments that may be left out."""

from typing import Any

import numpy as np

Luck = np.random.Generator
Arguments = tuple[Any, ...]


def size(luck: Luck, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both included."""
    return int(luck.integers(low, high + 1))


def one_of(luck: Luck, *choices: Any) -> Any:
    """One of the choices."""
    return choices[size(luck, 0, len(choices) - 1)]


def likely(luck: Luck, share: float) -> bool:
    """True in about that share of draws."""
    return bool(luck.random() < share)


def length(luck: Luck, least: int = 1) -> int:
    """The length of an axis: short as a rule, sometimes longer than any that a bank holds."""
    return size(luck, least, max(least, one_of(luck, 3, 5, 7, 7, 12)))


def axis(luck: Luck) -> tuple[int, int]:
    """The length of an axis and that of a window that fits into it: often just, or a single cell."""
    n = length(luck)
    return n, one_of(luck, n, 1, size(luck, 1, n), size(luck, 1, n), size(luck, 1, min(n, 4)))


def array(luck: Luck, *shape: int, integers: bool = True) -> np.ndarray:
    """An array of floats, or of integers: anything, with repeats or zeros, negative only, a ramp, fractions, a single 1."""
    kind = size(luck, 0, 7)
    if kind == 0:
        values = np.arange(1.0, 1 + np.prod(shape)).reshape(shape)
    elif kind == 1:
        values = luck.integers(-9, 0, shape).astype(float)
    elif kind == 2:
        values = luck.integers(-1, 2, shape).astype(float)
    elif kind == 3:
        values = np.full(shape, float(luck.integers(-5, 6)))
    elif kind == 4:
        values = np.zeros(shape)
        values.flat[size(luck, 0, values.size - 1)] = 1
    elif kind == 5:
        values = luck.integers(-20, 21, shape) / one_of(luck, 2, 3, 7, 10)
    else:
        values = luck.integers(-9, 10, shape).astype(float)
    return values.astype(np.int64) if integers and kind != 5 and likely(luck, 0.2) else values


def left_out(luck: Luck, arguments: Arguments, defaults: Arguments) -> Arguments:
    """The arguments, of which the last few may take their default and be left out."""
    count = size(luck, 0, len(defaults))
    kept = arguments[: len(arguments) - count]
    return kept if likely(luck, 0.7) else (*kept, *defaults[len(defaults) - count :])
