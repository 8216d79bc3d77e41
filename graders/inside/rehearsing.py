"""Many calls of a function in one go, for the short way to a pass.

Nothing is noted that only a mistake is looked at for, and the first call that no right function would answer so ends it.
"""

import marshal
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from . import wire
from .calling import LARGEST_ARRAY, NotPlain, closed, copied, identical, use_reserve

Call = tuple[Any, ...]


def folded(calls: Sequence[Call]) -> bytes:
    """Calls as bytes that are quickly read: what Python's marshal holds as it is, arrays and what holds some packed."""
    return marshal.dumps([[wire.pack(a) if holds_array(a) else a for a in arguments] for arguments in calls])


def unfolded(data: bytes) -> list[Call]:
    return [tuple([wire.unpack(a) if type(a) is bytes else a for a in arguments]) for arguments in marshal.loads(data)]


def holds_array(value: Any) -> bool:
    if type(value) in (tuple, list):
        return any(map(holds_array, value))
    return type(value) is np.ndarray or (type(value) is dict and any(map(holds_array, value.values())))


def refusal(kind: type[BaseException]) -> bytes:
    """What is noted of a call that raised."""
    return wire.pack({"status": "raised", "type": kind.__name__, "bases": [base.__name__ for base in kind.__mro__ if base is not object]})


REFUSED = refusal(ValueError)
ONE = wire.pack((None,))[:-1]  # what a tuple of one value starts with


def outcomes(function: Callable[..., Any], calls: Sequence[Call]) -> list[bytes]:
    """The packed outcome of each call: (value,) of one that returned, its class of one that raised.

    Cut short before a call that changed its arguments, gave no plain value, or asked for too much memory.
    """
    made: list[bytes] = []
    for arguments in calls:
        given = [copied(argument) for argument in arguments]
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
            if not all(map(identical, given, arguments)):
                break
            made.append(packed(value))
        except (NotPlain, wire.WireError, MemoryError):
            use_reserve()
            break
    return made


def packed(value: Any) -> bytes:
    """(value,) as bytes.

    Raises:
        NotPlain, WireError: it is none of the closed set.
    """
    if type(value) is np.ndarray and value.ndim and value.dtype in wire.CODES and value.nbytes <= LARGEST_ARRAY:
        return ONE + wire.packed_array(value)
    return wire.pack((closed(value),))


def joined(outcomes: list[bytes]) -> dict[str, Any]:
    """Packed outcomes as two arrays: all their bytes, and how many each has."""
    return {"bytes": np.frombuffer(b"".join(outcomes), np.uint8), "sizes": np.array([len(outcome) for outcome in outcomes], np.int64)}
