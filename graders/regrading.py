"""What of an earlier grading still holds: a report, or some of its exercises, each with a digest of all that it depends on."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .coursework import Course
from .edition import engine
from .exercise import digest
from .report import Report, to_json
from .rows import Row, row_of
from .store import earlier, fingerprint, keep_patterns, kept_patterns, write
from .submission import identity_of

if TYPE_CHECKING:
    from .questions import Question


@dataclass(frozen=True, slots=True)
class Standards:
    """Digests of all that a report depends on besides the submission: of the whole, and of each exercise."""

    whole: str
    exercises: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """A submission, and what is known of it from an earlier grading; without the report itself, since there is one of each in a class.

    Attributes:
        identity: a digest of its bytes.
        out, file: the folder of the class, and what files about this submission are called in there.
        before: the fingerprint of the earlier report; "" if there is none.
        row: the row of that report, if all of it still holds.
        valid: the exercises whose entries in it still hold.
    """

    name: str
    path: Path
    identity: str
    out: Path
    file: str
    before: str = ""
    row: Row | None = None
    valid: tuple[str, ...] = ()

    @property
    def place(self) -> Path:
        return self.out / "reports" / f"{self.file}.json"

    def mark(self, standard: str) -> str:
        """The fingerprint of a report on this submission, or of an entry in it, by a standard."""
        return fingerprint(standard, self.name, self.identity)


def standards_of(course: Course, chosen: Sequence[str], asked: Sequence["Question"]) -> Standards:
    """The standards by which a course grades today."""
    exercises = {exercise: standard_of(course, exercise) for exercise in chosen}
    questions = [(asdict(question), course.worth.of_question(question.id)) for question in asked]
    return Standards(fingerprint(list(exercises.items()), *questions), exercises)


def standard_of(course: Course, exercise: str) -> str:
    """A digest of all that the grade of an exercise depends on besides the submission."""
    banks = [bank.identity for bank in course.banks[exercise]]
    against = (exercise, digest(course.exercises[exercise]), banks, asdict(course.worth.of(exercise)))
    return fingerprint(engine(), course.isolation.tier, asdict(course.limits), course.banned, against)


def looked_up(name: str, path: Path, out: Path, file: str, standards: Standards) -> Record:
    """The record of a submission, from the report on it that is there."""
    record = Record(name, path, identity_of(path), out, file)
    report = earlier(record.place)
    before = str(report.get("fingerprint", ""))
    if before == record.mark(standards.whole):
        return replace(record, before=before, row=row_of(report))
    return replace(record, before=before, valid=tuple(one["exercise"] for one in still_valid(report, record, standards)))


def still_valid(report: Report, record: Record, standards: Standards) -> list[Report]:
    """The entries of an earlier report that a new one would repeat: about this very submission, by the standards of today."""
    entries = report.get("exercises", []) if report.get("verdict") not in ("refused", "ungraded") else []
    return [
        {key: value for key, value in one.items() if key != "fingerprint"}
        for one in entries
        if one["verdict"] != "ungraded" and one.get("fingerprint") == record.mark(standards.exercises.get(one["exercise"], ""))
    ]


def entries_before(record: Record, standards: Standards) -> list[Report]:
    """The entries of the earlier report that still hold, as long as it is there."""
    return still_valid(earlier(record.place), record, standards) if record.valid else []


def keep(record: Record, report: Report, standards: Standards) -> Row:
    """Put a report in place of the earlier one, and beside it the patterns that hold of both; gives its row."""
    mark, made = record.mark(standards.whole), report.get("patterns", {})
    held = kept_patterns(record.out, record.file, record.before) if record.valid else {}
    keep_patterns(record.out, record.file, mark, {n: held[n] for n in record.valid if n in held} | made)  # first: where a report is, they are
    entries = [{**one, "fingerprint": record.mark(standards.exercises[one["exercise"]])} for one in report["exercises"]]
    told = {**{key: value for key, value in report.items() if key != "patterns"}, "submission": record.name, "exercises": entries}
    write(record.place, to_json({**told, "fingerprint": mark}))
    return row_of(told)
