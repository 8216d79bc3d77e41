"""Downloads of a course system as one folder a student, named by their key: what counts, what was set aside, and why."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from ..untrusted import Refused
from .collected import Line
from .downloads import Given, Handed, Stray
from .entries import Entry
from .roster import NotFound, Roster, Student, plain_id, roster_of, told
from .unpacking import File, Places, safe_part, unpacked, write_files

FOLDERS = SUBMISSIONS, ASIDE, UNMATCHED = ("submissions", "set_aside", "unmatched")
NOTHING = "handed in nothing"
COPY = re.compile(r"(?P<stem>.+)-\d+(?P<ending>\.[^.]*)")  # what Canvas makes of a name that was handed in before


@dataclass(frozen=True, slots=True)
class Matched:
    """Whose is what: of each student all that they handed in, the newest last."""

    students: Mapping[str, Student]
    handed: Mapping[str, Sequence[Handed]]
    strays: tuple[Stray, ...]


def match(handed: Sequence[Handed], strays: Iterable[Stray], roster: Roster | None) -> Matched:
    """Find the student of everything; what could be somebody else's is nobody's."""
    known = roster or own_names(handed)
    sure = [(one, known.by_ids(one.owner.ids, one.owner.name)) for one in handed]
    found: defaultdict[str, list[tuple[Handed, Student]]] = defaultdict(list)
    lost = list(strays)
    by_name: defaultdict[str, list[tuple[Handed, Student]]] = defaultdict(list)
    for one, student in sure:
        student, place = (student, found) if student else (known.by_names(one.owner.ids, one.owner.name), by_name)
        if isinstance(student, NotFound):
            lost += nobodys(one, student.why, [other.key for other in student.candidates])
        else:
            place[student.key].append((one, student))
    for key, some in by_name.items():  # whoever has an id is meant before those of the same name
        if are_several([one for one, _ in [*some, *found[key]]]):
            for one, _ in some:
                lost += nobodys(one, f"{told(one.owner.name, one.owner.ids)} is one of several who would be {key}", [key])
        else:
            found[key] += some
    students = {key: some[0][1] for key, some in found.items() if some}
    return Matched(students, {key: sorted((one for one, _ in found[key]), key=lambda one: one.newest) for key in students}, tuple(lost))


def nobodys(handed: Handed, why: str, perhaps: Sequence[str]) -> list[Stray]:
    return [Stray(given.entry, handed.order, why, tuple(perhaps)) for given in handed.files]


def are_several(handed: Iterable[Handed]) -> bool:
    """Whether a system tells those who handed something in apart."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    for one in handed:
        for kind, value in [*one.owner.ids.items()][:1]:
            own[kind].add(plain_id(value))
    return any(len(values) > 1 for values in own.values())


def own_names(handed: Sequence[Handed]) -> Roster:
    """A roster of those who handed something in, keyed by their names, and by their ids where names are shared."""
    owners = {one.owner.identity: one.owner for one in handed}
    names = Counter(plain_id(owner.name) for owner in owners.values())
    made = []
    for owner in owners.values():
        number = " ".join(owner.ids.values())
        shared = names[plain_id(owner.name)] > 1 or not owner.name
        made.append(Student(f"{owner.name} {number}".strip() if shared else owner.name, owner.name, owner.ids))
    return roster_of(made)


def collect(matched: Matched, roster: Roster | None, out: Path) -> Iterator[Line]:
    """Write the folders of students, what was set aside, and what is nobody's; gives a line for each student and for each file of nobody."""
    known = list(roster.students) if roster else [matched.students[key] for key in sorted(matched.students)]
    folders = folder_names([student.key for student in known])
    perhaps = {key for stray in matched.strays for key in stray.perhaps}
    for student in known:
        if student.key in matched.handed:
            yield collect_one(student, folders[student.key], matched.handed[student.key], out)
        else:
            yield Line(student, "", note=f"{NOTHING}, but a file that is nobody's may be theirs" if student.key in perhaps else NOTHING)
    places = Places()
    for stray in matched.strays:
        why: list[str] = []
        write_files(out / UNMATCHED, readable([stray.entry], why, [f"download {stray.order + 1}/{stray.entry.shown}"]), places)
        yield Line(Student(""), "", files=(stray.entry.shown,), note="; ".join([f"unmatched: {stray.why}", *why]))


def collect_one(student: Student, folder: str, handed: Sequence[Handed], out: Path) -> Line:
    """Write the folder of one student: the newest of what they handed in."""
    *older, newest = handed
    counting, superseded = without_copies(newest.files) if newest.owner.system == "canvas" else (list(newest.files), [])
    old = [given.entry for given in (*superseded, *(given for one in older for given in one.files))]
    broken: list[str] = []
    made, left = unpacked(readable([given.entry for given in counting], broken, ["/".join(given.parts) for given in counting]))
    write_files(out / SUBMISSIONS / folder, made)
    if old:
        write_files(out / ASIDE / folder, readable(old, broken))
    aside = (*broken, *left, *(f"{entry.shown}: a newer one counts" for entry in old))
    ids = {**{kind: value for one in handed for kind, value in one.owner.ids.items()}, **student.ids}
    known = replace(student, ids=ids, name=student.name or newest.owner.name)
    return Line(known, folder, newest.late, newest.when, tuple(name for name, _ in made), aside, "" if made else "there is nothing in it")


def readable(entries: Iterable[Entry], broken: list[str], names: Iterable[str] = ()) -> Iterator[File]:
    """The files that can be read, one after the other, by their own or other names; adds to `broken` why others cannot."""
    for entry, name in zip_longest(entries, names):
        try:
            yield name or entry.shown, entry.read()
        except Refused as why:
            broken.append(f"{entry.shown}: {why}")


def without_copies(files: Sequence[Given]) -> tuple[list[Given], list[Given]]:
    """Files of Canvas by their own names, and those in whose place a newer copy was handed in.

    A file whose name was handed in before gets -1, -2 and so on. Where the name without it is not there and several have numbers, they
    may be parts of one work, and all count as they are.
    """
    by_name: defaultdict[str, list[Given]] = defaultdict(list)
    for given in files:
        by_name[own_name(given)].append(given)
    counting, older = [], []
    for name, some in by_name.items():
        if len(some) > 1 and all(given.parts[-1] != name for given in some):
            counting += some
            continue
        *old, newest = sorted(some, key=lambda given: given.version)
        counting.append(replace(newest, parts=(name,)))
        older += old
    return counting, older


def own_name(given: Given) -> str:
    copy = COPY.fullmatch(given.parts[-1])
    return f"{copy['stem']}{copy['ending']}" if copy else given.parts[-1]


def folder_names(keys: Sequence[str]) -> dict[str, str]:
    """A folder for each key, by a name that every system can write, and that `grade` does not pass over."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for key in keys:
        plain = safe_part(key).lstrip("_. ") or "student"
        name, number = plain, 2
        while name.casefold() in taken:
            name, number = f"{plain} ({number})", number + 1
        taken.add(name.casefold())
        made[key] = name
    return made
