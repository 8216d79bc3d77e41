"""A counterexample as a picture: arguments, yours and expected beside each other, an array of more than two axes as panels.

What is drawn comes from a report, where arrays are nested lists, cropped if they are large.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from .show import beside, lines

MOST_PANELS = 6
Block = tuple[str, list[str]]


def picture(example: dict[str, Any], width: int, layouts: Mapping[str, str] | None = None) -> str:
    """The arrays of a counterexample, the differing entry between > and <.

    `layouts` names the axes of arguments, and of "result" (such as "NHWC"): panels show H down and W across. Where none is
    given they show the last two axes.
    """
    drawn = as_array if "np.array(" in example["call"] else lambda value: value
    mark, known = tuple(example["where"]), layouts or {}
    blocks = [block for name, value in example["arguments"].items() for block in panels(name, drawn(value), known.get(name, ""))]
    got, expected = drawn(example["got"]), drawn(example["expected"])
    alike = isinstance(got, np.ndarray) and isinstance(expected, np.ndarray) and got.shape == expected.shape
    for name, value in ("yours", got), ("expected", expected):
        if value is not None and not (name == "yours" and isinstance(value, str)):
            blocks += panels(name, value, known.get("result", ""), mark if alike else ())
    return beside(blocks, width)


def panels(name: str, value: Any, layout: str = "", mark: tuple[int, ...] = ()) -> list[Block]:
    """A value as titled blocks of lines: one for each plane of an array of three axes or more, that of the mark alone if there are many."""
    if not isinstance(value, np.ndarray) or value.ndim < 3 or not value.size:
        return [(name, lines(value, mark))]
    plane = (layout.index("H"), layout.index("W")) if len(layout) == value.ndim else (value.ndim - 2, value.ndim - 1)
    others = [axis for axis in range(value.ndim) if axis not in plane]
    places = list(np.ndindex(*(value.shape[axis] for axis in others)))
    marked = tuple(mark[axis] for axis in others) if mark else None
    if marked is not None and len(places) > MOST_PANELS // 2:
        places = [marked]
    made = []
    for place in places[:MOST_PANELS]:
        at: list[Any] = [slice(None)] * value.ndim
        for axis, index in zip(others, place, strict=True):
            at[axis] = index
        here = tuple(mark[axis] for axis in plane) if place == marked else ()
        made.append((f"{name}[{spelled(at)}]", lines(value[tuple(at)], here)))
    left = len(places) - len(made)
    return [*made, ("...", [f"{left} more"])] if left else made


def spelled(at: list[Any]) -> str:
    """An index as Python writes it, without the colons that may be left out."""
    words = [":" if isinstance(index, slice) else str(index) for index in at]
    while words[-1] == ":":
        words.pop()
    return ", ".join(words)


def as_array(value: Any) -> Any:
    """A nested list of numbers as the array it stands for; anything else as it is, and so a plain row."""
    if isinstance(value, dict) and "shape" in value:
        return as_array(value["values"])
    if isinstance(value, list) and value and all(isinstance(row, list) for row in value):
        try:
            array = np.array(value, dtype=np.float64)  # NaN and infinities are text in a report
        except (TypeError, ValueError):
            return value
        return array if array.ndim >= 2 else value
    return value
