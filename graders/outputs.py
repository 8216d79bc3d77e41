"""Grades of a class as a spreadsheet, from its reports."""

import csv
import io
from collections.abc import Sequence

from .rows import Row


def grades_csv(rows: Sequence[Row], exercises: Sequence[str]) -> str:
    """One line a submission; the score of an exercise that was not graded is left empty."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["submission", "verdict", "score", "max_score", *exercises, "message"])
    for row in rows:
        scores = {cell.exercise: "" if cell.verdict == "ungraded" else f"{cell.score:g}" for cell in row.cells}
        line = [row.submission, row.verdict, f"{row.score:g}", f"{row.max_score:g}", *(scores.get(name, "") for name in exercises), row.message]
        table.writerow([harmless(entry) for entry in line])
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line."""
    text = cell.replace("\r", " ").replace("\n", " ")
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text
