"""Grades put into a table that a course system exported, so that it takes them back: no cell but the grades' own is changed."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .grades import Given, Grade
from .roster import Student, people_in
from .sheet import Sheet, cell, with_cell

FORMULA = re.compile(r"\s*[=+\-@]")
QUOTED = re.compile(r'="[^"]*"')  # how Canvas writes a name that begins with =
ROUNDING = 1e-6  # of scores, which are written with two decimals
NUMBER = re.compile(r"\d+([.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to fill in a table.

    Attributes:
        column: where grades go.
        most: the points that the system gives for all of it, in a row; None if it does not say.
        locked: why a row is to be left as it is, or "".
        comment: what else to write, by column, where nothing stands yet.
    """

    column: int
    most: Callable[[Sequence[str]], float | None]
    locked: Callable[[Sequence[str]], str]
    scaled: bool = False
    zeros: bool = False
    comment: Mapping[int, Callable[[Grade], str]] | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A table that was filled in: who got a grade, who another one than before, who a zero, and what was left and why."""

    sheet: Sheet
    written: tuple[str, ...]
    changed: tuple[str, ...]
    zeros: tuple[str, ...]
    left: tuple[str, ...]
    unlike: float | None = None  # points that the system gives, if they are not those of the assignment


def people(sheet: Sheet) -> dict[int, Student]:
    return dict(people_in(sheet))


def fill(sheet: Sheet, given: Given, wanted: Wanted) -> Filled:
    """Put grades in their column; whose they are is told by keys of `people`."""
    rows = [list(row) for row in sheet.rows]
    comma = uses_comma(sheet)
    written, changed, zeros, left = [], [], [], []
    unlike = None
    could_be = {one.key for _, who in given.nobodys for one in who.candidates}
    for number, student in people(sheet).items():
        row, name = rows[number], student.name or student.key
        before, grade = cell(row, wanted.column).strip(), given.grades.get(student.key)
        why = wanted.locked(row)
        if grade and grade.is_graded and not why:
            most = wanted.most(row)
            unlike = most if most is not None and most != grade.max_score else unlike
            score = scaled(grade, most) if wanted.scaled else grade.score
            if most is not None and score > most + ROUNDING:
                left.append(f"{name}: {score:g} points are more than the {most:g} that there are")
                continue
            text = number_as_text(score, comma)
            changed += [f"{name}: {before} is now {text}"] if differs(before, text) else []
            rows[number] = with_cell(row, wanted.column, text)
            for column, comment in (wanted.comment or {}).items():
                if not cell(row, column).strip():
                    rows[number] = with_cell(rows[number], column, comment(grade))
            written.append(name)
        elif grade:
            left.append(f"{name}: {why or 'it could not be graded'}")
        elif wanted.zeros and not before and not why and student.key not in could_be:
            rows[number] = with_cell(row, wanted.column, number_as_text(0.0, comma))
            zeros.append(name)
    return Filled(sheet.with_rows(sheet.header, rows), tuple(written), tuple(changed), tuple(zeros), tuple(left), unlike)


def scaled(grade: Grade, most: float | None) -> float:
    return grade.score if most is None or not grade.max_score else grade.score / grade.max_score * most


def number_as_text(score: float, comma: bool) -> str:
    text = f"{score:.2f}"
    return text.replace(".", ",") if comma else text


def number_of(text: str) -> float | None:
    plain = text.strip()
    return float(plain.replace(",", ".")) if NUMBER.fullmatch(plain) else None


def differs(before: str, now: str) -> bool:
    """Whether a grade that was there is another one now."""
    return bool(before) and number_of(before) != number_of(now)


def uses_comma(sheet: Sheet) -> bool:
    """Whether a table writes numbers with a comma."""
    cells = [text.strip() for row in sheet.rows for text in row]
    return any(re.fullmatch(r"\d+,\d+", text) for text in cells) and not any(re.fullmatch(r"\d+\.\d+", text) for text in cells)


def without_formulas(sheet: Sheet, columns: Sequence[int], may: Callable[[Sequence[str]], bool] = lambda row: True) -> Sheet:
    """A table in which no spreadsheet takes a cell of these columns for a formula, in rows where that `may` be changed."""
    rows = sheet.rows
    for column in columns:
        rows = [with_cell(row, column, as_text(row[column])) if column < len(row) and may(row) else row for row in rows]
    return sheet.with_rows(sheet.header, rows)


def as_text(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) and not QUOTED.fullmatch(cell) else cell
