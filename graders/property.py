"""Properties: what is true of every right solution, and how its failure is told.

A law or contract is a function `check(f, *arguments)` in an exercise's `checks.py`: it calls the student's function `f`
and raises `Mismatch` where the statement is not kept. Its docstring says what is true. It is tried on cases of the exercise's
own strategy, those that satisfy `where`, or on cases of a strategy of its own. The value property is the engine's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from .compare import SHARE_OF_GAP, difference
from .reply import Reply

Strategy = Callable[..., tuple[Any, ...]]
VALUE = "agrees_with_the_reference"


class Mismatch(Exception):
    """A property does not hold: the call that shows it, what came out, what should have, and where."""

    def __init__(self, arguments: tuple[Any, ...], reply: Reply, expected: Any, sentence: str, where: tuple[int, ...] = ()) -> None:
        super().__init__(sentence)
        self.arguments, self.reply, self.expected, self.sentence, self.where = arguments, reply, expected, sentence, where


class NotRefused(Mismatch):
    """A call that the statement wants refused with a ValueError was not, or not so."""


@dataclass(frozen=True, slots=True)
class Property:
    """A named statement about a student's function; `kind` is "law" or "contract"."""

    name: str
    kind: str
    says: str
    check: Callable[..., None]
    cases: Strategy | None
    where: Callable[..., bool] | None
    times: int


Declare = Callable[[Callable[..., None]], Property]


def law(*, cases: Strategy | None = None, where: Callable[..., bool] | None = None, times: int = 4) -> Declare:
    """Declare a statement of the mathematics, tried on `times` cases."""
    return lambda check: Property(check.__name__, "law", first_paragraph(check), check, cases, where, times)


def contract(*, cases: Strategy | None = None, where: Callable[..., bool] | None = None, times: int = 4) -> Declare:
    """Declare something that statement and stub promise besides the value, tried on `times` cases."""
    return lambda check: Property(check.__name__, "contract", first_paragraph(check), check, cases, where, times)


def first_paragraph(check: Callable[..., None]) -> str:
    """What a property says is true.

    Raises:
        TypeError: it says nothing.
    """
    if not check.__doc__:
        raise TypeError(f"{check.__name__} needs a docstring that says what is true")
    return " ".join(check.__doc__.split("\n\n")[0].split())


def properties_of(checks: ModuleType) -> tuple[Property, ...]:
    """The laws and contracts of a `checks.py`, laws first, in the order they are written."""
    found = [value for value in vars(checks).values() if isinstance(value, Property)]
    return tuple(sorted(found, key=lambda p: p.kind != "law"))


def agree(f: Any, arguments: tuple[Any, ...], expected: Any, tolerance: float = SHARE_OF_GAP) -> None:
    """Require that `f(*arguments)` is `expected`.

    Raises:
        Mismatch: it is not.
    """
    reply = f.reply(arguments)
    if reply.status != "returned":
        raise Mismatch(arguments, reply, expected, reply.sentence())
    found = difference(reply.value, expected, tolerance)
    if found:
        raise Mismatch(arguments, reply, expected, found.sentence, found.where)


def require(condition: bool, f: Any, arguments: tuple[Any, ...], sentence: str) -> None:
    """Require something of `f(*arguments)` that is no single value; `sentence` tells the student what is not so."""
    if not condition:
        raise Mismatch(arguments, f.reply(arguments), None, sentence)


def refuses(f: Any, arguments: tuple[Any, ...], because: str) -> None:
    """Require that `f(*arguments)` raises ValueError (or a subclass)."""
    reply = f.reply(arguments)
    if reply.status == "raised" and "ValueError" in reply.bases:
        return
    if reply.status == "raised" and not reply.is_unfinished:
        raise NotRefused(arguments, reply, None, f"You do refuse it ({because}), with {reply.error}; the statement asks for ValueError.")
    raise NotRefused(arguments, reply, None, f"{because[:1].upper()}{because[1:]}: the statement asks for a ValueError, and none was raised.")
