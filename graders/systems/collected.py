"""The table of what was collected: who handed in what, for people to read and for grades to find their way back."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..outputs import harmless
from ..store import write
from .roster import Student
from .sheet import SheetError, cell, read_sheet

TABLE = "collected.csv"
IDS = {"id": "id", "canvas": "canvas_id", "moodle": "moodle_id", "sis": "sis_id", "login": "login", "email": "email"}
TITLES = ("student", "submission", "name", *IDS.values(), "late", "when", "files", "set_aside", "note")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of collected.csv: a student and what is in their folder, or a file that is nobody's, whose `submission` is ""."""

    student: Student
    submission: str
    late: bool = False
    when: str = ""
    files: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    note: str = ""


def write_table(lines: Iterable[Line], out: Path) -> None:
    """Write the table into a folder."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(TITLES)
    for line in lines:
        ids = [line.student.ids.get(kind, "") for kind in IDS]
        rest = ["yes" if line.late else "", line.when, "; ".join(line.files), "; ".join(line.aside), line.note]
        table.writerow([harmless(one.replace("\0", " ")) for one in (line.student.key, line.submission, line.student.name, *ids, *rest)])
    write(out / TABLE, text.getvalue())


def read_table(path: Path) -> tuple[dict[str, Student], int]:
    """The student of each submission that a table of collected submissions names, and how many files in it are nobody's.

    Raises:
        SheetError: it is no such table.
    """
    sheet = read_sheet(path)
    if not set(TITLES) <= set(sheet.header):
        raise SheetError(f"{path} is no table that `convgrade collect` wrote")
    found: dict[str, Student] = {}
    lost = 0
    for row in sheet.rows:
        held = {title: as_it_was(cell(row, sheet.header.index(title))) for title in TITLES}
        lost += not held["student"] and bool(held["files"])
        if held["submission"]:
            ids = {kind: held[title] for kind, title in IDS.items() if held[title]}
            found[held["submission"]] = Student(held["student"], held["name"], ids)
    return found, lost


def as_it_was(text: str) -> str:
    """A cell before it was made harmless."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text
