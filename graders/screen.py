"""What is seen while watching: pieces of text, fitted to the width of the terminal, above a line that says how far one is.

On a terminal the screen is drawn anew each time, and the last line changes in place. Elsewhere pieces are printed one after the
other, without control sequences, a rule between one run and the next.
"""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Sequence

import click

Piece = Callable[[int], str]  # a text, given the width
WIDEST, NARROWEST = 80, 20
MOST_HEADS = 3
LONG = 1.0  # seconds
TOP, REST_OF_LINE, REST_OF_SCREEN = "\033[H", "\033[K", "\033[J"


class Screen:
    """Pieces, one aside that is shown until the next run, and a footer that is always in sight."""

    def __init__(self, footer: Piece, idle: Piece) -> None:
        self._footer, self._idle = footer, idle
        self._pieces: list[Piece] = []
        self._aside: Piece | None = None
        self._busy = ""
        self._drawn = has_control()
        if self._drawn:
            write("\n" * (size()[1] - 1))  # what was on the screen stays above
        else:
            write(f"{idle(size()[0])}\n")

    def show(self, *pieces: Piece) -> None:
        """A new run: these in the place of everything."""
        self._pieces, self._aside = [], None
        if not self._drawn:
            write(f"\n{'-' * 12} {time.strftime('%H:%M:%S')} {'-' * 12}\n")
        self.add(*pieces)

    def add(self, *pieces: Piece) -> None:
        """These below what is there."""
        self._pieces += pieces
        self._busy = ""
        self._draw(*pieces, self._footer)

    def aside(self, piece: Piece) -> None:
        """This below everything, in the place of what was there aside."""
        self._aside = piece
        self._draw(piece)

    def busy(self, doing: str, seconds: float) -> None:
        """What goes on, in the last line until the next piece; where lines stay it is said once, and only of what takes long."""
        if self._drawn:
            self._busy = f"{doing} {seconds:.0f} s"
            write("\r" + self._last_line(size()[0]) + REST_OF_LINE)
        elif seconds >= LONG and not self._busy:
            self._busy = doing
            write(f"\n{doing}\n")

    def redraw(self) -> None:
        if self._drawn:
            self._draw()

    def leave(self, text: str) -> None:
        """The last words, below everything."""
        with contextlib.suppress(OSError):  # the terminal may be what is gone
            write(f"\r{REST_OF_LINE}\n{text}\n" if self._drawn else f"\n{text}\n")

    def _draw(self, *new: Piece) -> None:
        columns, rows = size()
        width = max(min(columns, WIDEST) - 2, NARROWEST)
        if not self._drawn:
            write("".join(f"\n{click.unstyle(piece(width))}\n" for piece in new))
            return
        shown = [piece(width) for piece in self._pieces]
        aside = [self._aside(width)] if self._aside else []
        footer = self._footer(width)
        body = "\n\n".join([*shown, *aside])
        if height(body, columns) + height(footer, columns) + 2 > rows:  # verdicts stand in first lines, which are out of sight
            footer = "\n".join([*(one.partition("\n")[0] for one in shown[-MOST_HEADS:]), footer])
            body = "".join(aside) or body
        text = f"{body}\n\n{footer}\n{self._last_line(columns)}"
        write(TOP + text.replace("\n", f"{REST_OF_LINE}\n") + REST_OF_LINE + REST_OF_SCREEN)

    def _last_line(self, columns: int) -> str:
        text = self._busy or self._idle(columns - 1)
        return text if len(text) < columns else text[: max(columns - 4, 0)] + "..."


def has_control() -> bool:
    """Whether control sequences are understood, and wanted."""
    return sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb" and not os.environ.get("NO_COLOR")


def size() -> tuple[int, int]:
    """Columns and rows."""
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        columns, rows = 0, 0
    return columns or WIDEST, rows or 24


def write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def height(text: str, columns: int) -> int:
    """The rows that a text takes."""
    return sum(max(1, -(-len(line) // columns)) for line in click.unstyle(text).split("\n"))


def packed(parts: Sequence[str], width: int, between: str) -> str:
    """Parts in one line, or in as many as they need."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + len(between) + len(part) <= width:
            lines[-1] += between + part
        else:
            lines.append(part)
    return "\n".join(lines)
