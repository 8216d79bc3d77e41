"""The grades of a class as `grade` left them, and whose each is."""

import csv
import io
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..outputs import harmless
from ..rows import Report
from .collected import as_it_was
from .roster import NotFound, Roster, Student
from .sheet import SheetError, cell, read_sheet

TABLE = "grades.csv"
COLUMNS = ("submission", "verdict", "score", "max_score", "message")
ENDINGS = (".py", ".ipynb", ".zip")


@dataclass(frozen=True, slots=True)
class Grade:
    """What a submission came to; `file` is what its report is called."""

    submission: str
    file: str
    verdict: str
    score: float
    max_score: float
    message: str

    @property
    def is_graded(self) -> bool:
        return self.verdict != "ungraded"


@dataclass(frozen=True, slots=True)
class Given:
    """Grades by the keys of students, and those that are nobody's, each with the reason and with whose it could be."""

    grades: Mapping[str, Grade]
    nobodys: tuple[tuple[Grade, NotFound], ...]


def read_grades(folder: Path) -> list[Grade]:
    """The grades in a folder that `grade` wrote, as its grades.csv says them: an instructor may have changed them there.

    Raises:
        SheetError: there are none, or they cannot be read.
    """
    sheet = read_sheet(folder / TABLE)
    missing = [title for title in COLUMNS if title not in sheet.header]
    if missing:
        raise SheetError(f"{folder / TABLE} has no column {missing[0]}; `convgrade grade` writes it so")
    places = {title: sheet.header.index(title) for title in COLUMNS}
    files = files_of(folder)
    made = []
    for row in filter(None, sheet.rows):
        told = {title: cell(row, place) for title, place in places.items()}
        try:
            score, most = (float(told[title].replace(",", ".")) for title in ("score", "max_score"))
        except ValueError:
            raise SheetError(f"{folder / TABLE} has a score that is no number, for {told['submission']}") from None
        name = as_it_was(told["submission"])
        made.append(Grade(name, files.get(harmless(name), name), told["verdict"], score, most, as_it_was(told["message"])))
    return made


def files_of(folder: Path) -> dict[str, str]:
    """What the report of each submission is called, by the name in the table."""
    try:
        unlike = json.loads((folder / "names.json").read_text("utf-8"))
    except (OSError, ValueError):
        unlike = {}
    return {harmless(name): file for file, name in unlike.items()} if isinstance(unlike, dict) else {}


def report_of(folder: Path, grade: Grade) -> Report | None:
    """The report behind a grade, if it is there."""
    try:
        report: Report = json.loads((folder / "reports" / f"{grade.file}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return report if isinstance(report, dict) and report.get("submission") == grade.submission else None


def whose(grades: Sequence[Grade], known: Mapping[str, Student], roster: Roster) -> Given:
    """Whose each grade is among those in a roster: as `known` from collecting, else by the name of the submission, which is a key."""
    found: list[tuple[Grade, Student | NotFound]] = [(grade, student_of(grade, known, roster)) for grade in grades]
    times = Counter(who.key for _, who in found if isinstance(who, Student))
    nobodys = [(grade, who) for grade, who in found if isinstance(who, NotFound)]
    nobodys += [
        (grade, NotFound(f"several submissions would be those of {who.name or who.key}", (who,)))
        for grade, who in found
        if isinstance(who, Student) and times[who.key] > 1
    ]
    own = {who.key: grade for grade, who in found if isinstance(who, Student) and times[who.key] == 1}
    return Given(own, tuple(nobodys))


def student_of(grade: Grade, known: Mapping[str, Student], roster: Roster) -> Student | NotFound:
    one = known.get(unicodedata.normalize("NFC", grade.submission))
    if one:
        return roster.find(one.ids, one.name)
    stem = next((grade.submission[: -len(end)] for end in ENDINGS if grade.submission.lower().endswith(end)), grade.submission)
    found = roster.find_key(grade.submission)
    return roster.find_key(stem) if isinstance(found, NotFound) and stem != grade.submission else found


def plain_table(grades: Iterable[Grade], known: Mapping[str, Student]) -> str:
    """A line a submission with all that tells whose it is, for systems that match columns by hand."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["student", "name", "id", "login", "email", "score", "max_score", "verdict", "message"])
    for one in grades:
        who = known.get(unicodedata.normalize("NFC", one.submission)) or Student(one.submission)
        ids = [who.ids.get(kind, "") for kind in ("id", "login", "email")]
        score = f"{one.score:g}" if one.is_graded else ""
        line = [who.key, who.name, ids[0] or who.ids.get("canvas", "") or who.ids.get("sis", ""), *ids[1:], score, f"{one.max_score:g}", one.verdict]
        table.writerow([harmless(text) for text in (*line, one.message)])
    return out.getvalue()
