"""How a class fared, for the terminal: a line an exercise and, for a small class, a line a submission."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from .rows import Row

MOST_SUBMISSIONS = 40
COMMON = ("passed", "not_yet", "missing")


def overview(rows: Sequence[Row], exercises: Sequence[str]) -> Group:
    """Exercises with how many submissions got which verdict; submissions with their score and what is wanting."""
    small = len(rows) <= MOST_SUBMISSIONS
    return Group("", by_exercise(rows, exercises), *(("", by_submission(rows)) if small else ()), "")


def by_exercise(rows: Sequence[Row], exercises: Sequence[str]) -> Table:
    """A line an exercise: how many passed, are not yet right, are missing; other verdicts are spelled out."""
    table = Table("exercise", *(f"[right]{spoken(verdict)}[/]" for verdict in COMMON), "others", box=None, padding=(0, 2, 0, 0))
    for column in table.columns[1:-1]:
        column.justify = "right"
    counts = {name: Counter(cell.verdict for row in rows for cell in row.cells if cell.exercise == name) for name in exercises}
    for name, verdicts in counts.items():
        others = ", ".join(f"{count} {spoken(verdict)}" for verdict, count in verdicts.most_common() if verdict not in COMMON)
        table.add_row(name, *(str(verdicts[verdict] or "") for verdict in COMMON), others)
    return table


def by_submission(rows: Sequence[Row]) -> Table:
    """A line a submission: its score, and which exercises did not pass; those that are missing are left out."""
    table = Table("submission", "score", "not passed", box=None, padding=(0, 2, 0, 0))
    for row in rows:
        wanting: dict[str, list[str]] = {}
        for cell in row.cells:
            if cell.verdict not in ("passed", "missing"):
                wanting.setdefault(cell.verdict, []).append(cell.exercise)
        said = "; ".join(f"{spoken(verdict)}: {', '.join(names)}" for verdict, names in wanting.items())
        table.add_row(Text(printable(row.submission)), f"{row.score:g}/{row.max_score:g}", said)
    return table


def spoken(verdict: str) -> str:
    return verdict.replace("_", " ")


def printable(name: str) -> str:
    """A name that does nothing to a terminal."""
    return name if name.isprintable() else ascii(name)
