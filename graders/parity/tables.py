"""What was found, for people: a line for each row, in a terminal of 80 columns or in Markdown."""

from .measuring import Row
from .running import Result

HEADINGS = ("operation", "numbers", "entries", "error / bound", "sums in", "whole numbers", "milliseconds", "on the CPU")
TERMINAL = "{:<23} {:<12} {:>7} {:>6} {:<8} {:<7} {:>5} {:>5}"
SHORT = ("", "", "", "error/", "", "whole", "", "on")
SECOND = ("operation", "numbers", "entries", "bound", "sums in", "numbers", "ms", "CPU")


def cells(row: Row) -> tuple[str, ...]:
    exact = {True: "exact", False: "rounded", None: "-"}[row.exact]
    return row.operation, row.format, f"{row.entries:,}", fraction(row), row.sums, exact, milliseconds(row.seconds), milliseconds(row.cpu_seconds)


def fraction(row: Row) -> str:
    if row.worst is None:
        return "none"
    if 0 < row.worst < 0.001:
        return "<0.001"
    return "wrong" if row.worst >= 1e5 else f"{row.worst:.0f}" if row.worst >= 10 else f"{row.worst:.2g}"


def milliseconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{1000 * seconds:.0f}"


def heading() -> str:
    return "\n".join(TERMINAL.format(*words).rstrip() for words in (SHORT, SECOND))


def line(row: Row) -> str:
    return TERMINAL.format(*(cell[:23] for cell in cells(row))) + (f"\n  {row.note[:76]}" if row.note else "")


def markdown(result: Result) -> str:
    """The table, with a line above it that says where it was made."""
    machine = result.machine
    rows = [HEADINGS, tuple("---" for _ in HEADINGS), *map(cells, result.rows)]
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    return f"{machine.gpu or machine.cpu}; {machine.about}.\n\n{table}\n"
