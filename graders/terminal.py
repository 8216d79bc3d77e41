"""Feedback as text for a terminal of any width. Every mark is a sign, and colour only where the terminal has it."""

import os
import sys
import textwrap
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import Any

from .feedback import Feedback
from .panels import Cell, Panel

NARROWEST, WIDEST = 30, 100
SIGNS = {"window": "[]", "wrong": "><", "right": "><", "differs": " !"}
COLOURS: dict[str, dict[str, Any]] = {
    "window": {"bg": "yellow", "fg": "black"},
    "wrong": {"bg": "red", "fg": "white"},
    "right": {"bg": "green", "fg": "black"},
    "differs": {"fg": "red"},
    "edge": {"dim": True},
}
MEANINGS = {"window": "[ ] it looks at these", "wrong": "> < the first that differs", "differs": "! these differ too"}
SHADES = " .:-=+*#%@"
GAP = 4


def width_here() -> int:
    """The width to write for: the terminal's, within reason."""
    return max(NARROWEST, min(get_terminal_size((80, 24)).columns - 2, WIDEST))


def has_colour() -> bool:
    """Whether colours can be shown (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") != "dumb"


def coloured(words: str, **style: Any) -> str:
    import click  # which is not there in a browser, where nothing is coloured so

    return click.style(words, **style)


def text(feedback: Feedback, width: int = 78, colour: bool = False) -> str:
    """What a student reads after `check`: what the code did, the picture, the sum behind it, what next."""

    def styled(words: str, **style: Any) -> str:
        return coloured(words, **style) if colour else words

    heading = styled(f"{feedback.exercise}: {feedback.heading}", fg="green" if feedback.passed else "yellow", bold=True)
    parts = [heading, filled(feedback.sentence, width)]
    if feedback.call:
        parts.append("For example:\n" + textwrap.indent(filled(feedback.call, width - 4), "    "))
        drawn = beside([block(panel, width - 4, colour) for panel in feedback.panels], width - 4)
        signs = filled(legend(feedback.panels), width - 4)
        parts.append(textwrap.indent(f"{drawn}\n{signs}".strip("\n"), "    ", lambda line: bool(line.strip())))
        parts.append(filled(feedback.working, width))
        parts.append(filled(feedback.more, width))
    parts.append(filled(feedback.tried, width))
    if feedback.hints:
        parts.append(f"A hint: convgrade hint {feedback.exercise}")
    return "\n\n".join(part for part in parts if part)


def legend(panels: Sequence[Panel]) -> str:
    """What the signs in a picture mean, those that are there."""
    used = {cell.mark for panel in panels for row in panel.rows for cell in row}
    meanings = MEANINGS if "wrong" in used else {**MEANINGS, "right": "> < yours has none there"}
    return "   ".join(meaning for mark, meaning in meanings.items() if mark in used)


def filled(paragraphs: str, width: int = 78) -> str:
    """Text wrapped to the width; indented lines, which are code, stay."""
    wrapped = [
        line if line.startswith(" ") else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in paragraphs.split("\n")
    ]
    return "\n".join(wrapped)


Line = tuple[str, int]  # text with colours, and how many columns it takes


def block(panel: Panel, width: int, colour: bool) -> list[Line]:
    """A panel as lines: its title, its rows, and its heat map."""
    if len(panel.rows) == 1 and len(panel.rows[0]) == 1 and len(panel.rows[0][0].text) > width - 2:
        return [(line, len(line)) for line in (panel.title, *textwrap.wrap(panel.rows[0][0].text, width)[:6])]
    widest = max((len(cell.text) for row in panel.rows for cell in row), default=0)
    room = 2 if any(cell.mark in SIGNS for row in panel.rows for cell in row) else 0
    lines = [(panel.title, len(panel.title))]
    for row in panel.rows:
        cells = [signed(cell, widest, room, colour) for cell in row]
        lines.append((("" if room else "  ").join(cells), (widest + 2) * len(cells) - 2 + room))
    if panel.heat:
        lines += [("", 0), ("the whole of it, dark to bright", 31)]
        lines += [("".join(SHADES[round(x * (len(SHADES) - 1))] for x in row), len(row)) for row in panel.heat]
    return lines


def signed(cell: Cell, widest: int, room: int, colour: bool) -> str:
    """A cell between its signs, where there is room for some, in its colour."""
    signs = SIGNS.get(cell.mark, "  ") if room else ""
    before, after = signs[:1], signs[1:]
    words = f"{before}{cell.text.rjust(widest)}{after}"
    return coloured(words, **COLOURS[cell.mark]) if colour and cell.mark else words


def beside(blocks: list[list[Line]], width: int) -> str:
    """Blocks of lines beside each other, below each other where the width does not hold them."""
    rows: list[list[list[Line]]] = [[]]
    used = 0
    for lines in blocks:
        wide = max(columns for _, columns in lines)
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0
        rows[-1].append(lines)
        used += wide + GAP
    return "\n\n".join(_row(row) for row in rows if row)


def _row(row: list[list[Line]]) -> str:
    height = max(map(len, row))
    wide = [max(columns for _, columns in lines) for lines in row]
    made = []
    for i in range(height):
        parts = [(lines[i] if i < len(lines) else ("", 0), w) for lines, w in zip(row, wide, strict=True)]
        made.append((" " * GAP).join(words + " " * (w - columns) for (words, columns), w in parts).rstrip())
    return "\n".join(made)
