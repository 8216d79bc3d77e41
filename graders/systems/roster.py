"""Who is in a course: a table whose columns are known by their titles, and whose people are found by id, else by name, never by a guess."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .sheet import Sheet, SheetError, cell, read_sheet
from .spelling import folded, spellings

# Titles, in lower case without _ and -. A Canvas gradebook has Student, ID, SIS User ID, SIS Login ID (canvas-lms lib/gradebook_exporter.rb);
# Moodle's grading worksheet has Identifier, Full name, ID number, Email address (mod/assign/feedback/offline); Gradescope's roster has SID.
TITLES = {
    "id": ("id", "student id", "studentid", "user id", "userid", "key"),
    "canvas": ("canvas id", "canvas user id"),
    "moodle": ("moodle id", "identifier"),
    "sis": ("sis", "sis id", "sis user id", "sid", "id number", "student number", "matriculation number"),
    "login": ("login", "login id", "sis login id", "username", "user name", "user", "netid", "net id"),
    "email": ("email", "e mail", "email address", "mail"),
    "name": ("name", "student", "student name", "full name", "fullname"),
    "first": ("first name", "firstname", "given name"),
    "last": ("last name", "lastname", "surname", "family name"),
}
KINDS = ("id", "canvas", "sis", "login", "email", "moodle")  # what tells people apart, the best first
OWN_IDS = {"canvas", "moodle"}  # given out by a system itself: whoever has another one there is somebody else
TEST_STUDENT = {"teststudent", "studenttest"}  # whom Canvas adds to a course for its teacher
NO_STUDENT = re.compile(r"\s*(Muted|Manual Posting.*)?\s*", re.IGNORECASE)  # all cells of the row that Canvas puts above, so its importer


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody in a course. `key` names their submission; `ids` are by kind (see `KINDS`)."""

    key: str
    name: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotFound:
    """Nobody, and why; `candidates` if it could be one of several."""

    why: str
    candidates: tuple[Student, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """Students to look up."""

    students: tuple[Student, ...]
    students_by_id: Mapping[tuple[str, str], Sequence[Student]]
    students_by_name: Mapping[str, Sequence[Student]]

    def find(self, ids: Mapping[str, str], name: str) -> Student | NotFound:
        """The one student whom a system means by ids and a name: the one who has such an id, else of such a name."""
        return self.by_ids(ids, name) or self.by_names(ids, name)

    def by_ids(self, ids: Mapping[str, str], name: str) -> Student | NotFound | None:
        """The one student who has such an id; None if nobody has. What is just called id may be of any kind, if the name agrees."""
        found = [one for kind, value in ids.items() for one in self.having(kind, value)]
        alike = [(other, value) for kind, value in ids.items() for other in (KINDS if kind == "id" else ("id",))]
        likely = [one for kind, value in alike for one in self.having(kind, value) if may_be_called(one, name)]
        return only_one(found or likely, told(name, ids)) if found or likely else None

    def having(self, kind: str, value: str) -> Sequence[Student]:
        return self.students_by_id.get((kind, plain_id(value)), ())

    def by_names(self, ids: Mapping[str, str], name: str) -> Student | NotFound:
        """The one student of a name whom no id of a system's own tells from the one it means."""
        found = [one for how in spellings(name) for one in self.students_by_name.get(how, ())]
        return only_one([one for one in found if not is_somebody_else(one, ids)], told(name, ids))

    def find_key(self, key: str) -> Student | NotFound:
        """The one student who has a key for an id, whatever kind it is of, else for a name."""
        found = [one for kind in KINDS for one in self.having(kind, key)]
        return only_one(found, key) if found else self.by_names({}, key)


def read_roster(path: Path, by: str = "") -> Roster:
    """The people in a table; their keys are what stands in the column of that kind, or of the first kind that tells all of them apart.

    Raises:
        SheetError: it is no table, or nothing in it tells people apart.
    """
    sheet = read_sheet(path)
    people = [one for _, one in people_in(sheet)]
    kinds = [*KINDS, "name"]
    if not people:
        raise SheetError(f"{path} lists nobody: a column such as id, name, email or login is needed, and a line for each student")
    for kind in [by] if by else kinds:
        keys = [one.name if kind == "name" else one.ids.get(kind, "") for one in people]
        folded = [plain_id(key) for key in keys]
        if all(folded) and len(set(folded)) == len(folded):
            return roster_of(Student(key, one.name, one.ids) for key, one in zip(keys, people, strict=True))
    twice = sorted({key for key in keys if keys.count(key) > 1})
    what = f"{', '.join(map(repr, twice[:3]))} stands there more than once" if all(keys) else "some students have none"
    raise SheetError(f"{path} does not tell its students apart by {by or 'an id, a login, an email or a name'}: {what}")


def people_in(sheet: Sheet) -> list[tuple[int, Student]]:
    """The students of a table, each with the number of the row; no test student, and no row that is about something else."""
    columns = columns_of(sheet.header)
    found = []
    for number, row in enumerate(sheet.rows):
        told = {kind: cell(row, column).strip() for kind, column in columns.items()}
        name = told.get("name") or " ".join(filter(None, (told.get("first"), told.get("last"))))
        name = name[2:-1].replace('""', '"') if name.startswith('="') and name.endswith('"') else name  # as Canvas writes names with =
        ids = {kind: told[kind] for kind in KINDS if told.get(kind)}
        if "moodle" in ids:
            ids["moodle"] = number_in(ids["moodle"])
        if (name or ids) and "Points Possible" not in cell(row, 0) and not all(map(NO_STUDENT.fullmatch, row)) and not is_test_student(name):
            found.append((number, Student(f"line {number + 2}", name, {kind: one for kind, one in ids.items() if one})))
    return found


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Where each kind of thing stands in a table."""
    titles = [re.sub(r"[\s_-]+", " ", title.strip()).casefold() for title in header]
    columns = {kind: titles.index(known) for kind, some in TITLES.items() for known in reversed(some) if known in titles}
    if titles[:2] == ["student", "id"] or titles[:3] == ["lastname", "firstname", "id"]:  # a gradebook of Canvas
        columns["canvas"] = columns.pop("id")
    return columns


def roster_of(students: Iterable[Student]) -> Roster:
    listed = tuple(students)
    by_id: defaultdict[tuple[str, str], list[Student]] = defaultdict(list)
    by_name: defaultdict[str, list[Student]] = defaultdict(list)
    for one in listed:
        for kind, value in one.ids.items():
            by_id[kind, plain_id(value)].append(one)
        for how in spellings(one.name):
            by_name[how].append(one)
    return Roster(listed, by_id, by_name)


def only_one(some: Iterable[Student], what: str) -> Student | NotFound:
    found = tuple({one.key: one for one in some}.values())
    if len(found) == 1:
        return found[0]
    if not found:
        return NotFound(f"{what} is not in the roster")
    named = [f"{one.key} ({one.name})" if one.name and one.name != one.key else one.key for one in found[:4]]
    return NotFound(f"{what} could be {' or '.join(named)}", found)


def told(name: str, ids: Mapping[str, str]) -> str:
    numbers = ", ".join(f"{kind} {value}" for kind, value in ids.items())
    return f"{name} ({numbers})" if name and numbers else name or numbers or "whoever has no name"


def is_somebody_else(student: Student, ids: Mapping[str, str]) -> bool:
    return any(kind in student.ids and plain_id(student.ids[kind]) != plain_id(ids[kind]) for kind in OWN_IDS if kind in ids)


def may_be_called(student: Student, name: str) -> bool:
    return not student.name or not name or sorted(folded(student.name)) == sorted(folded(name))


def is_test_student(name: str) -> bool:
    return folded(name) in TEST_STUDENT


def plain_id(value: str) -> str:
    return unicodedata.normalize("NFKC", value).strip().casefold()


def number_in(identifier: str) -> str:
    """The number in Moodle's "Participant 123456", in whatever language."""
    found = re.search(r"\d+\s*$", identifier)
    return found[0].strip() if found else ""
