"""Values as panels: small grids of cells, some of them marked, that every output draws in its own way.

An array of more than two axes is a panel a plane. One that is too large to read is cropped around what is marked, with the whole of it as
a heat map.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .numberline import NumberLine
from .show import crop_around, number, pasteable

MOST_PANELS = 6
MOST_ROWS, MOST_COLUMNS = 10, 12
MOST_WINDOWS, LONGEST_AXIS = 8, 20
HEAT_ROWS, HEAT_COLUMNS = 16, 32
Place = tuple[int, ...]
Marks = Mapping[Place, str]
NOTHING: Marks = {}


@dataclass(frozen=True, slots=True)
class Cell:
    """An entry as text. `mark` is "", "window" (it is looked at), "wrong" (the first that differs), "right" (what should be there),
    "differs" (another that differs) or "edge" (beside what is there: a row's number, a place where nothing is)."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled grid of cells. `heat` is the whole of a cropped array, each entry between 0 (lowest) and 1 (highest)."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    heat: tuple[tuple[float, ...], ...] = ()


def panels_of(name: str, value: Any, marks: Marks = NOTHING, layout: str = "") -> list[Panel]:
    """A value as panels. `layout` names the axes of an array, such as "NHWC": panels show H down and W across, else the last two axes."""
    if not isinstance(value, np.ndarray):
        return [Panel(name, tuple(rows_of(value, marks)))]
    if not value.size or not value.ndim:
        return [Panel(name, ((Cell(f"empty, of shape {value.shape}" if value.ndim else number(value.item()), marks.get((), "")),),))]
    plane = (layout.index("H"), layout.index("W")) if len(layout) == value.ndim else (value.ndim - 2, value.ndim - 1)
    if value.ndim < 3:
        return [matrix(name, np.atleast_2d(value), {(0, *at)[-2:]: mark for at, mark in marks.items()} if value.ndim == 1 else marks)]
    others = [axis for axis in range(value.ndim) if axis not in plane]
    places = list(np.ndindex(*(value.shape[axis] for axis in others)))
    touched = {tuple(at[axis] for axis in others) for at, mark in marks.items() if mark != "differs"}
    if touched and len(places) > MOST_PANELS // 2:
        places = [place for place in places if place in touched]
    made = []
    for place in places[:MOST_PANELS]:
        index: list[Any] = [slice(None)] * value.ndim
        for axis, i in zip(others, place, strict=True):
            index[axis] = i
        here = {tuple(at[axis] for axis in plane): mark for at, mark in marks.items() if tuple(at[axis] for axis in others) == place}
        made.append(matrix(f"{name}[{spelled(index)}]", value[tuple(index)], here))
    left = int(np.prod([value.shape[axis] for axis in others])) - len(made)
    return [*made, Panel("...", ((Cell(f"{left} more", "edge"),),))] if left else made


def matrix(title: str, values: np.ndarray, marks: Marks = NOTHING) -> Panel:
    """A matrix with its marks; a large one cropped around them, with the numbers of its rows and columns."""
    if values.shape[0] <= MOST_ROWS and values.shape[1] <= MOST_COLUMNS:
        return Panel(title, tuple(tuple(Cell(number(x), marks.get((i, j), "")) for j, x in enumerate(row)) for i, row in enumerate(values.tolist())))
    about = [at for at, mark in marks.items() if mark != "differs"] or [(0, 0)]
    rows, columns = crop_around(about, values.shape, (MOST_ROWS, MOST_COLUMNS))
    head = (Cell("", "edge"), *(Cell(str(j), "edge") for j in range(columns.start, columns.stop)))
    body = [
        (Cell(str(i), "edge"), *(Cell(number(values[i, j].item()), marks.get((i, j), "")) for j in range(columns.start, columns.stop)))
        for i in range(rows.start, rows.stop)
    ]
    return Panel(f"{title} (part of {values.shape[0]} x {values.shape[1]})", (head, *body), heat_of(values))


def axis_panel(line: NumberLine) -> Panel:
    """A padded axis with a row for each window that lies on it: which pixels it takes. Windows start at 0 before the padding."""
    length = line.before + line.size + line.after
    names = [*("0" * line.before), *(str(i) for i in range(1, line.size + 1)), *("0" * line.after)]
    shown = [*line.windows] if len(line.windows) <= MOST_WINDOWS else [*line.windows[: MOST_WINDOWS - 2], None, line.windows[-1]]
    rows = [tuple(Cell(name, "edge" if line.before <= i < line.before + line.size else "") for i, name in enumerate(names))]
    for window in shown:
        taken = range(window[0], window[1], line.dilation) if window else range(0)
        rows.append(tuple(Cell("x" if i in taken else "" if window else ".", "window" if i in taken else "edge") for i in range(length)))
    places = "1 place" if len(line.windows) == 1 else f"{len(line.windows)} places"
    return Panel(f"{places} on the {line.axis}", tuple(rows))


def heat_of(values: np.ndarray) -> tuple[tuple[float, ...], ...]:
    """A matrix between 0 and 1, coarser if it is large: each cell the mean of a block."""
    finite = np.nan_to_num(values.astype(np.float64), posinf=0, neginf=0)
    edges = [np.linspace(0, n, min(n, most) + 1).astype(int)[:-1] for n, most in zip(values.shape, (HEAT_ROWS, HEAT_COLUMNS), strict=True)]
    blocks = np.add.reduceat(np.add.reduceat(finite, edges[0], 0), edges[1], 1)
    counts = np.outer(*(np.diff([*edge, n]) for edge, n in zip(edges, values.shape, strict=True)))
    means = blocks / counts
    spread = np.ptp(means) or 1.0
    return tuple(tuple(round(float(x), 3) for x in row) for row in (means - means.min()) / spread)


def rows_of(value: Any, marks: Marks) -> list[tuple[Cell, ...]]:
    """What is no array: a tuple as one row, a dict or a list of tuples a row an entry."""
    if isinstance(value, dict) and value:
        return [(Cell(f"{key}: {pasteable(item)}", marks.get((i,), "")),) for i, (key, item) in enumerate(value.items())]
    if isinstance(value, tuple) and marks and value and all(isinstance(item, int | float) for item in value):
        return [tuple(Cell(number(item), marks.get((i,), marks.get((), ""))) for i, item in enumerate(value))]
    if isinstance(value, tuple | list) and value and all(isinstance(item, tuple | list | dict) for item in value):
        return [(Cell(pasteable(item), row_mark(marks, i)),) for i, item in enumerate(value)]
    return [(Cell(pasteable(value), next(iter(marks.values()), "")),)]


def row_mark(marks: Marks, row: int) -> str:
    return next((mark for at, mark in marks.items() if at[:1] == (row,)), "")


def spelled(at: list[Any]) -> str:
    """An index as Python writes it, without the colons that may be left out."""
    words = [":" if isinstance(index, slice) else str(index) for index in at]
    while words[-1] == ":":
        words.pop()
    return ", ".join(words)
