"""A report in a line: what tables of a class show of it. Thousands are held at once, so equal parts are shared."""

from dataclasses import dataclass
from functools import cache
from typing import Any

Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One exercise of one submission, or one question."""

    exercise: str
    verdict: str
    score: float
    message: str


@dataclass(frozen=True, slots=True)
class Row:
    """One submission."""

    submission: str
    verdict: str
    score: float
    max_score: float
    message: str
    cells: tuple[Cell, ...]

    def cell(self, exercise: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.exercise == exercise), None)


@cache
def cell_of(exercise: str, verdict: str, score: float, message: str) -> Cell:
    return Cell(exercise, verdict, score, message)


def row_of(report: Report) -> Row:
    named = [(e["exercise"], e) for e in report["exercises"]] + [(e["question"], e) for e in report.get("questions", [])]
    cells = tuple(cell_of(name, e["verdict"], e["score"], e["message"]) for name, e in named)
    return Row(report["submission"], report["verdict"], report["score"], report["max_score"], report["message"], cells)


def was_not_run(report: Report) -> bool:
    """Whether a report says one thing of the whole submission, and the same of every exercise."""
    return all(entry["message"] == report["message"] for entry in report["exercises"])
