"""A gradebook that Canvas exported, filled in so that its importer takes it (canvas-lms lib/gradebook_exporter.rb and gradebook_importer.rb)."""

import re
from collections.abc import Sequence

from .gradebook import Filled, Wanted, fill, number_of, without_formulas
from .grades import Given
from .roster import columns_of
from .sheet import Sheet, SheetError, cell, with_cell

TITLE = re.compile(r"(?P<title>.*) \((?P<id>\d+)\)", re.DOTALL)  # of an assignment
READ_ONLY = "(read only)"
TOTALS = re.compile(r"(Current|Final|Override) (Score|Points|Grade|Status)")  # the importer passes over columns whose titles hold this
KEPT = {"EX": "excused", "N/A": "not assigned"}


def fill_canvas(sheet: Sheet, given: Given, column: int, scaled: bool = False, zeros: bool = False) -> Filled:
    """Put grades into a column. What is excused or not assigned stays, and so does the test student.

    The importer knows a student by the ID, so where there is one, a name that a spreadsheet would take for a formula is made text.

    Raises:
        SheetError: Canvas takes no grades in this column.
    """
    points = points_row(sheet)
    if points is not None and READ_ONLY in cell(sheet.rows[points], column):
        raise SheetError(f"{sheet.header[column]} is a column that only Canvas itself fills in")
    most = number_of(cell(sheet.rows[points], column)) if points is not None else None
    made = fill(sheet, given, Wanted(column, lambda row: most, lambda row: KEPT.get(cell(row, column).strip().upper(), ""), scaled, zeros))
    known = columns_of(sheet.header)
    names = [known[kind] for kind in ("name", "first", "last") if kind in known]
    safe = without_formulas(made.sheet, names, lambda row: cell(row, known["canvas"]).strip().isdigit())
    return Filled(safe, made.written, made.changed, made.zeros, made.left, made.unlike)


def column_named(sheet: Sheet, wanted: str) -> int:
    """Where an assignment stands: by its whole title, without the number in brackets, or by that number.

    Raises:
        SheetError: nowhere, or in several places; the message lists what there is.
    """
    own, name = assignments(sheet), wanted.strip().casefold()
    exact = [i for i, title in own.items() if title.strip() == wanted.strip()]
    found = exact or [i for i, title in own.items() if name in names_of(title)]
    if len(found) == 1:
        return found[0]
    what = "the title of several assignments" if found else "no assignment"
    raise SheetError(f"{wanted!r} is {what} of this gradebook. There are: {listed(sheet)}")


def listed(sheet: Sheet) -> str:
    """The titles of assignments, to choose from."""
    titles = list(assignments(sheet).values())
    return ", ".join(repr(title) for title in [title for title in titles if TITLE.fullmatch(title)] or titles) or "none"


def names_of(title: str) -> tuple[str, ...]:
    parts = TITLE.fullmatch(title.strip())
    return tuple(one.strip().casefold() for one in (title, *(parts.groups() if parts else ())))


def with_column(sheet: Sheet, title: str, points: float) -> tuple[Sheet, int]:
    """A gradebook with one more column, of which the importer makes a new assignment.

    Raises:
        SheetError: the title is there already, or is one that Canvas does not import.
    """
    check(sheet)
    if not title.strip() or TOTALS.search(title) or any(title.strip().casefold() == one.strip().casefold() for one in sheet.header):
        raise SheetError(f"{title!r} cannot be the title of a new column: it is there already, or Canvas does not import such a column")
    column, at = len(sheet.header), points_row(sheet)
    rows = [with_cell(row, column, f"{points:g}" if number == at else "") if any(row) else row for number, row in enumerate(sheet.rows)]
    return sheet.with_rows([*sheet.header, title.strip()], rows), column


def assignments(sheet: Sheet) -> dict[int, str]:
    """The titles of columns for grades, by their places: behind Section, and no totals."""
    check(sheet)
    first = next(i for i, title in enumerate(sheet.header) if "Section" in title) + 1
    return {i: title for i, title in enumerate(sheet.header) if i >= first and title.strip() and not TOTALS.search(title)}


def check(sheet: Sheet) -> None:
    if "canvas" not in columns_of(sheet.header) or not any("Section" in title for title in sheet.header):
        raise SheetError("This is no gradebook that Canvas exported: it begins with Student (or LastName and FirstName), ID, ... and Section")


def points_row(sheet: Sheet) -> int | None:
    """The number of the row that says how many points there are."""
    found: Sequence[int] = [number for number, row in enumerate(sheet.rows) if "Points Possible" in cell(row, 0)]
    return found[0] if found else None
