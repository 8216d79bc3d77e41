"""What pictures are made of: panels of arrays in which what an entry looks at is marked, axes, and layers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from convgrade.exercise import answers_of, find
from convgrade.numberline import sliding
from convgrade.panels import Cell, Panel, axis_panel, panels_of
from convgrade.working import Working, working_of

EXERCISES = find()
WINDOW, EDGE = "window", "edge"
NOTHING = Cell("", EDGE)


@dataclass(frozen=True, slots=True)
class Picture:
    """Panels beside each other, and the sum behind the entry that is marked in them, if one is."""

    panels: tuple[Panel, ...]
    sentence: str = ""


def result(exercise: str, *arguments: Any, **named: Any) -> np.ndarray:
    """What is right, from the reference of an exercise."""
    value: np.ndarray = answers_of(EXERCISES[exercise]).reference(*arguments, **named)
    return value


def working(exercise: str, where: tuple[int, ...], **arguments: Any) -> Working:
    """How an entry comes about.

    Raises:
        ValueError: the exercise cannot say.
    """
    said = working_of(EXERCISES[exercise], arguments, where)
    if said is None:
        raise ValueError(f"{exercise} cannot say how the entry {where} comes about")
    return said


def entry_of(exercise: str, where: tuple[int, ...], **arguments: Any) -> Picture:
    """The arrays of a call, what an entry of its result looks at, the result, and the sum."""
    said, layouts = working(exercise, where, **arguments), {"x": "NHWC", "k": "HWIO"}
    arrays = {name: value for name, value in arguments.items() if isinstance(value, np.ndarray)}
    panels = [panel for name, value in arrays.items() for panel in panels_of(name, value, marked(said, name), layouts.get(name, ""))]
    value, name = result(exercise, **arguments), "y" if "x" in arguments else "Y"
    return Picture((*panels, *panels_of(name, value, {where: WINDOW}, "NHWC" if value.ndim == 4 else "")), said.sentence)


def marked(said: Working, name: str) -> dict[tuple[int, ...], str]:
    return dict.fromkeys(said.looks_at.get(name, ()), WINDOW)


def shown(marks: dict[str, Any] | None = None, **arrays: np.ndarray) -> Picture:
    return Picture(tuple(panel for name, value in arrays.items() for panel in panels_of(name, value, (marks or {}).get(name, {}))))


def toned(title: str, values: np.ndarray) -> Panel:
    """A map of which only the entries that are not zero stand out."""
    return Panel(title, tuple(tuple(Cell(str(int(x)), WINDOW) if x else Cell("0") for x in row) for row in values))


def nonzero(values: np.ndarray) -> dict[tuple[int, ...], str]:
    return {tuple(at): WINDOW for at in np.argwhere(values).tolist()}


def axes(*lines: Any) -> Picture:
    return Picture(tuple(axis_panel(line) for line in lines))


def seen_by_one(title: str, size: int, stride: int) -> Panel:
    """Layers below each other, the input last; marked is what the middle output of two windows of 3 looks at."""
    first = sliding("first", size, 3, stride)
    second = sliding("second", len(first.windows), 3)
    middle = len(second.windows) // 2
    hidden = set(range(*second.windows[middle]))
    inputs = {cell for place in hidden for cell in range(*first.windows[place])}
    layers = (("output", len(second.windows), {middle}), ("hidden", len(first.windows), hidden), ("input", size, inputs))
    return Panel(title, tuple(layer(name, count, looked_at, size) for name, count, looked_at in layers))


def layer(name: str, count: int, looked_at: Iterable[int], width: int) -> tuple[Cell, ...]:
    return (
        Cell(name, EDGE),
        *(Cell("x" if i in looked_at else "·", WINDOW if i in looked_at else "") for i in range(count)),
        *[NOTHING] * (width - count),
    )


def who_sees_whom(groups: int, filters: int = 4, channels: int = 6) -> Panel:
    """A row a filter and a column a channel."""
    head = (NOTHING, *(Cell(f"c{c}", EDGE) for c in range(channels)))
    rows = [(Cell(f"filter {o}", EDGE), *(tick(o * groups // filters == c * groups // channels) for c in range(channels))) for o in range(filters)]
    return Panel(f"{groups} group{'s' * (groups > 1)}", (head, *rows))


def tick(sees: bool) -> Cell:
    return Cell("x", WINDOW) if sees else Cell("")
