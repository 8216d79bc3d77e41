"""Values as a student reads them: one pasteable line, a small picture, a nested list."""

import math
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
        part = crop(value, where)
        return {"shape": list(value.shape), "from": [s.start for s in part], "values": nested(value[part].tolist())}
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, tuple | list):
        return [nested(item) for item in value]
    if isinstance(value, dict):
        return {key: nested(item) for key, item in value.items()}
    return value


def crop(array: np.ndarray, where: tuple[int, ...]) -> tuple[slice, ...]:
    """A box of at most 64 numbers around a place."""
    side = max(int(MOST_NUMBERS ** (1 / array.ndim)), 1)
    at = where if len(where) == array.ndim else (0,) * array.ndim
    starts = [max(0, min(i - side // 2, n - side)) for i, n in zip(at, array.shape, strict=True)]
    return tuple(slice(start, min(start + side, n)) for start, n in zip(starts, array.shape, strict=True))


def lines(value: Any, mark: tuple[int, ...] = (), width: int = 76) -> list[str]:
    """A value as lines of text; the marked entry of a matrix stands between > and <."""
    if not isinstance(value, np.ndarray) or value.ndim not in (1, 2):
        text = pasteable(value)
        return [text[i : i + width] for i in range(0, max(len(text), 1), width)][:6]
    matrix = np.atleast_2d(value)
    if matrix.size == 0:
        return [f"(empty, shape {value.shape})"]
    at = (0, *mark) if value.ndim == 1 and mark else mark
    cells = [[number(x) for x in row] for row in matrix.tolist()]
    widest = max(len(cell) for row in cells for cell in row)
    drawn = []
    for i, row in enumerate(cells):
        shown = [f">{c.rjust(widest)}<" if (i, j) == at else f" {c.rjust(widest)} " for j, c in enumerate(row)]
        drawn.append("".join(shown).rstrip())
    return drawn


def number(x: Any) -> str:
    """A number as short as it can be."""
    if isinstance(x, float) and x.is_integer() and abs(x) < 1e15:
        return str(int(x))
    return f"{x:.4g}" if isinstance(x, float) else str(x)


def beside(columns: list[tuple[str, list[str]]], width: int = 80) -> str:
    """Titled blocks of lines beside each other, wrapped below each other where the width does not hold them."""
    rows: list[list[tuple[str, list[str]]]] = [[]]
    used = 0
    for title, block in columns:
        wide = max(map(len, [title, *block])) + 4
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0
        rows[-1].append((title, block))
        used += wide
    return "\n\n".join(_row(row) for row in rows)


def _row(row: list[tuple[str, list[str]]]) -> str:
    height = max(len(block) for _, block in row)
    blocks = [[title, *block, *[""] * (height - len(block))] for title, block in row]
    wide = [max(map(len, block)) + 4 for block in blocks]
    return "\n".join("".join(line.ljust(w) for line, w in zip(parts, wide, strict=True)).rstrip() for parts in zip(*blocks, strict=True))
