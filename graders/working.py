"""How one entry of a result comes about: which entries of the arguments it looks at, and its sum written out.

An exercise says so in its `picture.py`, in one function: `working(where, ...)` with the parameters of the exercise, and what is below.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from .compare import short
from .exercise import AuthorError, Exercise, load_module
from .numberline import NumberLine
from .show import number, pasteable

MOST_TERMS, KEPT_AT_EACH_END = 12, 4
Index = tuple[int, ...]
Cells = Sequence[tuple[int | None, ...]]  # indices in a padded image: None where a cell lies in the padding


@dataclass(frozen=True, slots=True)
class Working:
    """How one entry of a result comes about.

    Attributes:
        looks_at: by parameter, the indices of the entries that are looked at, in the order of the terms.
        text: "1·2 + 3·4", "max(1, 5)", "(1 + 2) / 2", "(7 + 2·1 - 3) // 2 + 1", "k[1]".
        value: what it comes to.
        lines: where the windows lie, if that is what is counted.
        because: why it is this entry: "in row 2 the kernel begins at column 2".
    """

    looks_at: dict[str, tuple[Index, ...]]
    text: str
    value: Any
    lines: tuple[NumberLine, ...] = ()
    because: str = ""

    @property
    def sentence(self) -> str:
        """All of it in a line: "1·2 + 3·4 = 14", "k[1] = 5, as in row 2 the kernel begins at column 2"."""
        value = short(self.value) if isinstance(self.value, int | float) else pasteable(self.value)
        is_told = value == self.text or isinstance(self.value, dict | list)
        return (self.text if is_told else f"{self.text} = {value}") + (f", as {self.because}" if self.because else "")


def working_of(exercise: Exercise, arguments: dict[str, Any], where: Index) -> Working | None:
    """How the entry at `where` comes about, or None if the exercise cannot say.

    `where` is () for a number, for all of a dict or a list, and for the shape of an array.
    """
    explain = _explained_by(exercise)
    if explain is None or any(index < 0 for index in where):
        return None
    try:
        said = explain(where, **arguments)
    except Exception:  # arguments that no case holds, or a mistake of the author's: feedback does without
        return None
    return said if isinstance(said, Working) else None


@cache
def _explained_by(exercise: Exercise) -> Callable[..., Any] | None:
    """The function in an exercise's `picture.py`, if there is one that can be loaded."""
    file = exercise.folder / "picture.py"
    try:
        return getattr(load_module(file, f"{exercise.name} picture"), "working", None) if file.is_file() else None
    except AuthorError:
        return None


def formula(text: str, value: Any, lines: tuple[NumberLine, ...] = (), because: str = "") -> Working:
    """What needs no entry of an array."""
    return Working({}, text, value, lines, because)


def shape(*lengths: NumberLine | Working | int, at: Index = ()) -> Working:
    """A tuple of numbers, or the one at `at`; a number line stands for the number of its windows."""
    parts = [formula(n.count, len(n.windows), (n,)) if isinstance(n, NumberLine) else n for n in lengths]
    every = [part if isinstance(part, Working) else formula(str(part), part) for part in parts]
    if at:
        (only,) = at
        return every[only]
    lines = tuple(dict.fromkeys(line for one in every for line in one.lines))
    return formula(f"({', '.join(one.text for one in every)}{',' * (len(every) == 1)})", tuple(one.value for one in every), lines)


def listing(named: Sequence[tuple[str, Working]], value: dict[str, Any] | list[Any]) -> Working:
    """Several results, each with its name and what it comes to.

    Raises:
        ValueError: there are none.
    """
    if not named:
        raise ValueError("nothing to tell")
    return formula("; ".join(f"{name}: {one.sentence}" for name, one in named), value, tuple(line for _, one in named for line in one.lines))


def products(*factors: tuple[str, np.ndarray, Cells], plus: tuple[str, np.ndarray, Index] | None = None) -> Working:
    """A sum of products: a term takes an entry of each factor; cells of the padding are written as zeros. `plus` is added."""
    terms = list(zip(*([_entry(array, cell) for cell in cells] for _, array, cells in factors), strict=True))
    looks_at = {name: _inside(cells) for name, _, cells in factors}
    if plus:
        name, array, index = plus
        terms.append((_entry(array, index),))
        looks_at[name] = (index,)
    return Working(looks_at, _joined(["·".join(map(_signed, term)) for term in terms], " + "), sum(map(math.prod, terms)))


def largest(name: str, array: np.ndarray, cells: Cells) -> Working:
    """The largest entry of a window; padding takes no part."""
    entries = [_entry(array, index) for index in _inside(cells)]
    return Working({name: _inside(cells)}, f"max({_joined([_spelled(x) for x in entries], ', ')})", max(entries))


def mean(name: str, array: np.ndarray, cells: Cells) -> Working:
    """The mean of the entries of a window; padding takes no part."""
    entries = [_entry(array, index) for index in _inside(cells)]
    return Working({name: _inside(cells)}, f"({_joined([_signed(x) for x in entries], ' + ')}) / {len(entries)}", sum(entries) / len(entries))


def copied(name: str, array: np.ndarray, index: Index, because: str) -> Working:
    """An entry as it is."""
    return Working({name: (index,)}, f"{name}[{', '.join(map(str, index))}]", _entry(array, index), because=because)


def _inside(cells: Cells) -> tuple[Index, ...]:
    return tuple(cell for cell in cells if None not in cell)  # type: ignore[misc]


def _entry(array: np.ndarray, cell: tuple[int | None, ...]) -> Any:
    return 0 if None in cell else array[cell].item()


def _signed(x: Any) -> str:
    return f"({_spelled(x)})" if x < 0 else _spelled(x)


def _spelled(x: Any) -> str:
    return number(x) if abs(x) < 1000 else short(x)  # four digits would hide the half of 1000.5


def _joined(terms: list[str], between: str) -> str:
    """All terms, or the first and last of many, with the number of those between."""
    if len(terms) > MOST_TERMS:
        terms = [*terms[:KEPT_AT_EACH_END], f"... ({len(terms) - 2 * KEPT_AT_EACH_END} terms) ...", *terms[-KEPT_AT_EACH_END:]]
    return between.join(terms)
