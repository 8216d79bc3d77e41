"""The one comparison: is what came out what should have come out?

Shape is compared before values and nothing is broadcast. A list is taken for an array, a tuple for a list, a NumPy integer
for an int; 2.0 is no int. How far numbers may be apart, and what holds for NaN, infinities and zeros, is said in `bounds`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from .bounds import ROOM, STUDENTS, agrees

UNIT_GAP = 1.0
SHARE_OF_GAP = 1 / 16


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two values part, in words; `where` is the index of the first differing place, () for the whole."""

    where: tuple[int, ...]
    sentence: str


def difference(got: Any, expected: Any, tolerance: float) -> Difference | None:
    """The first difference between two plain values, or None if they agree.

    Floating-point numbers agree when they are at most `tolerance` apart.
    """
    return _difference(got, expected, tolerance, ())


def _difference(got: Any, expected: Any, tolerance: float, at: tuple[int, ...]) -> Difference | None:
    if got is None and expected is not None:
        return Difference(at, f"{_here(at)} is None. Is a `return` missing?")
    if isinstance(expected, np.ndarray):
        return _array_difference(got, expected, tolerance)
    if isinstance(expected, tuple | list):
        return _sequence_difference(got, expected, tolerance, at)
    if isinstance(expected, dict):
        if type(got) is not dict or set(got) != set(expected):
            return Difference(at, f"{_here(at)} is {brief(got)}; a dict with the keys {sorted(expected)} is asked for.")
        found = {key: _difference(got[key], expected[key], tolerance, at) for key in expected}
        return next((Difference(d.where, d.sentence.replace("our result", f"our result[{key!r}]", 1)) for key, d in found.items() if d), None)
    return _scalar_difference(got, expected, tolerance, at)


def _array_difference(got: Any, expected: np.ndarray, tolerance: float) -> Difference | None:
    array = as_array(got)
    if array is None:
        return Difference((), f"Your result is {brief(got)}; an array of shape {expected.shape} is asked for.")
    if array.shape != expected.shape:
        return Difference((), f"Your result has shape {array.shape}; it should be {expected.shape}.")
    agreeing = agrees(array.astype(np.float64), expected, tolerance)
    if agreeing.all():
        return None
    where = tuple(int(i) for i in np.argwhere(~agreeing)[0])
    return Difference(where, f"{_place(where)}: yours is {short(array[where].item())}, it should be {short(expected[where].item())}.")


def as_array(value: Any) -> np.ndarray | None:
    """A numeric array, or a list that is one written out, as an array; None for anything else."""
    if isinstance(value, np.ndarray):
        return value if value.dtype.kind in "biuf" else None
    if isinstance(value, tuple | list) and value:
        try:
            array = np.array(value)
        except ValueError:  # ragged
            return None
        return array if array.dtype.kind in "biuf" else None
    return np.array(value) if type(value) in (int, float) else None


def alike(value: Any, other: Any, tolerance: float) -> bool:
    """Whether two answers are the same; here, unlike in a verdict, NaN equals NaN."""
    a, b = as_array(value), as_array(other)
    if a is None or b is None or a.shape != b.shape or not np.isnan(b).any():
        return difference(value, other, tolerance) is None
    return bool(np.array_equal(np.isnan(a), np.isnan(b))) and difference(np.nan_to_num(a), np.nan_to_num(b), tolerance) is None


def _sequence_difference(got: Any, expected: Any, tolerance: float, at: tuple[int, ...]) -> Difference | None:
    if isinstance(got, np.ndarray) and got.ndim and got.dtype.kind in "iu":
        got = got.tolist()
    if not isinstance(got, tuple | list):
        return Difference(at, f"{_here(at)} is {brief(got)}; {_kind(expected)} such as {brief(expected)} is asked for.")
    if len(got) != len(expected):
        return Difference(at, f"{_here(at)} has {_entries(len(got))}; it should have {len(expected)}.")
    found = (_difference(g, e, tolerance, (*at, i)) for i, (g, e) in enumerate(zip(got, expected, strict=True)))
    return next((one for one in found if one), None)


def _scalar_difference(got: Any, expected: Any, tolerance: float, at: tuple[int, ...]) -> Difference | None:
    if type(expected) is int and type(got) is float:
        return Difference(at, f"{_here(at)} is {brief(got)}, a float; a whole number (int) is asked for.")
    if isinstance(expected, bool | int | str) or expected is None:
        same = type(got) is type(expected) and got == expected
    else:
        same = (type(got) is float or (type(got) is int and abs(got) < 1 << 1000)) and (abs(got - expected) <= tolerance or got == expected)
    return None if same else Difference(at, f"{_here(at)} is {brief(got)}; it should be {brief(expected)}.")


def _here(at: tuple[int, ...]) -> str:
    return "Your result" if not at else "Entry " + "".join(f"[{i}]" for i in at) + " of your result"


def _place(where: tuple[int, ...]) -> str:
    if len(where) == 2:
        return f"Row {where[0]}, column {where[1]}"
    return "Entry " + ", ".join(map(str, where)) if where else "Your result"


def _kind(value: Any) -> str:
    return "a tuple" if isinstance(value, tuple) else "a list"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def short(x: float) -> str:
    """An entry of an array as short as it can be told: whole numbers without a tail."""
    return str(int(x)) if float(x).is_integer() and abs(x) < 1e15 else f"{x:.6g}"


def brief(value: Any, most: int = 60) -> str:
    """A value in one short line; whole numbers without a decimal point's tail."""
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    text = f"{value:.6g}" if type(value) is float and not value.is_integer() else repr(value)
    return text if len(text) <= most else text[: most - 3] + "..."


def is_whole(*arrays: np.ndarray) -> bool:
    """Whether all entries are whole numbers, so that sums of products are exact and a mistake is off by a unit."""
    return all(bool(np.all(np.asarray(a) == np.round(a))) for a in arrays)


def sum_tolerance(terms: int, *factors: np.ndarray) -> float:
    """How far a right sum of `terms` products of one entry of each factor may be off.

    For whole numbers a sixteenth of the unit that a wrong one is off by at least. Otherwise four times the error bound of a sum
    in float32 in any order (`bounds`), with the magnitude of the sum bounded by n max|x| max|k|.
    """
    if is_whole(*factors):
        return UNIT_GAP * SHARE_OF_GAP
    largest = float(np.prod([np.abs(f).max() for f in factors]))
    return ROOM * STUDENTS.first_order(terms) * terms * largest


def mean_tolerance(terms: int, values: np.ndarray) -> float:
    """How far a right mean of `terms` entries may be off: that of their sum, divided by their number."""
    return sum_tolerance(terms, values) / terms
