"""Many calls of a function in one go, for the short way to a pass.

Nothing is noted that only a mistake is looked at for, and the first call that no right function would answer so ends it.
"""

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from . import wire
from .calling import LARGEST_ARRAY, PLAIN, NotPlain, closed, copied, identical, use_reserve

Call = tuple[Any, ...]
Form = tuple[tuple[int, ...], np.dtype[Any], tuple[int, ...]]
ALIGNED = 16


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls to make. Their arrays are views of one block of memory, so that one look tells whether any of them was changed.

    Attributes:
        fragile: which of them hold what can be changed besides arrays: these get copies.
        block: the memory of all arrays, and `before` what it held; `views` of it, each with shape, dtype and strides.
    """

    arguments: list[Call]
    fragile: list[bool]
    block: bytearray
    before: bytes
    views: list[tuple[np.ndarray, Form]]

    def are_untouched(self) -> bool:
        return self.block == self.before and all((view.shape, view.dtype, view.strides) == form for view, form in self.views)


def folded(calls: Sequence[Call]) -> bytes:
    """Calls as bytes that are quickly read: a block with all arrays, what Python's marshal holds as it is, the rest packed."""
    forms: dict[tuple[int, tuple[int, ...]], int] = {}
    places: list[tuple[int, int]] = []
    block = bytearray()
    rows = []
    for arguments in calls:
        row: list[Any] = []
        for argument in arguments:
            if type(argument) is np.ndarray and argument.dtype in wire.CODES:
                places.append((forms.setdefault((wire.CODES[argument.dtype], argument.shape), len(forms)), len(block)))
                block += argument.tobytes()
                block += bytes(-len(block) % ALIGNED)
                row.append(...)
            else:
                row.append(wire.pack(argument) if holds_array(argument) else argument)
        rows.append((not all(a is ... or is_fixed(a) for a in row), tuple(row)))
    return marshal.dumps((rows, list(forms), places, bytes(block)))


def unfolded(data: bytes | memoryview) -> Calls:
    rows, kinds, places, before = marshal.loads(data)
    block = bytearray(before)
    forms = [form_of(code, shape) for code, shape in kinds]
    views = [(np.ndarray(forms[kind][0], forms[kind][1], block, at), forms[kind]) for kind, at in places]
    arrays = (view for view, _ in views)
    arguments = [tuple([next(arrays) if a is ... else wire.unpack(a) if type(a) is bytes else a for a in row]) for _, row in rows]
    return Calls(arguments, [fragile for fragile, _ in rows], block, before, views)


def as_they_are(calls: Iterable[Call]) -> Calls:
    """Calls that are given as values, each with copies of all that it holds."""
    arguments = list(calls)
    return Calls(arguments, [True] * len(arguments), bytearray(), b"", [])


def form_of(code: int, shape: tuple[int, ...]) -> Form:
    return shape, wire.DTYPE_OF[code], np.empty(shape, wire.DTYPE_OF[code]).strides


def holds_array(value: Any) -> bool:
    if type(value) in (tuple, list):
        return any(map(holds_array, value))
    return type(value) is np.ndarray or (type(value) is dict and any(map(holds_array, value.values())))


def is_fixed(value: Any) -> bool:
    """Whether nothing in a value can be changed."""
    return type(value) in PLAIN or (type(value) is tuple and all(map(is_fixed, value)))


def refusal(kind: type[BaseException]) -> bytes:
    """What is noted of a call that raised."""
    return wire.pack({"status": "raised", "type": kind.__name__, "bases": [base.__name__ for base in kind.__mro__ if base is not object]})


REFUSED = refusal(ValueError)
ONE = wire.pack((None,))[:-1]  # what a tuple of one value starts with


def outcomes(function: Callable[..., Any], calls: Calls) -> list[bytes]:
    """The packed outcome of each call: (value,) of one that returned, its class of one that raised.

    Cut short before a call that gave no plain value or asked for too much memory, and empty if one changed its arguments.
    """
    made: list[bytes] = []
    for arguments, fragile in zip(calls.arguments, calls.fragile, strict=True):
        given = [copied(argument) for argument in arguments] if fragile else arguments
        try:
            value = function(*given)
        except ValueError as error:
            made.append(REFUSED if type(error) is ValueError else refusal(type(error)))
            continue
        except MemoryError:
            use_reserve()
            break
        except BaseException as error:
            made.append(refusal(type(error)))
            continue
        try:
            if fragile and not all(map(identical, given, arguments)):
                return []
            made.append(packed(value))
        except (NotPlain, wire.WireError, MemoryError):
            use_reserve()
            break
    return made if calls.are_untouched() else []


def packed(value: Any) -> bytes:
    """(value,) as bytes.

    Raises:
        NotPlain, WireError: it is none of the closed set.
    """
    kind = type(value)
    if kind is np.ndarray and value.ndim and value.dtype in wire.CODES and value.nbytes <= LARGEST_ARRAY:
        return ONE + wire.packed_array(value)
    return ONE + wire.pack(value if kind in PLAIN else closed(value))


def joined(outcomes: list[bytes]) -> dict[str, Any]:
    """Packed outcomes as two arrays: all their bytes, and how many each has."""
    return {"bytes": np.frombuffer(b"".join(outcomes), np.uint8), "sizes": np.array([len(outcome) for outcome in outcomes], np.int64)}
