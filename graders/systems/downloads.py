"""What Canvas, Moodle and Gradescope give instructors to download, zipped or unpacked: whose each file in it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .entries import Entry
from .gradescope import METADATA, gradescope
from .owner import Owner
from .roster import Roster, Student, may_be_called

# canvas-lms lib/content_zipper.rb: sortable name in lower case without what is no part of a word, LATE, id of the user, id of the attachment, name
# of the file; a text or an address that was handed in is no attachment. Of anonymous ones anon and some letters stand for name and id.
CANVAS = re.compile(r"(?=_(?P<user>\d+)_(?:(?P<version>\d+)_(?P<file>.+)|(?P<typed>(?:text|link)\.html))\Z)", re.DOTALL)
ANONYMOUS = re.compile(r"(?P<late>LATE_)?anon_(?P<user>[^\W_]+)_(?:(?P<version>\d+)_(?P<file>.+)|(?P<typed>(?:text|link)\.html))", re.DOTALL)
# moodle mod/assign/classes/downloader.php (before 4.1 locallib.php): full name, participant or group, kind of plugin; then, depending on a
# preference, a folder (whose name ended in _ before 4.1), or the name of a file. A full name has spaces for its own _.
MOODLE = re.compile(r"(?P<name>[^_]*?)(?:_(?P<participant>\d+))?_assignsubmission_(?P<plugin>[a-z0-9]+)(?:_(?P<file>.*))?", re.DOTALL)
NOBODYS = "its name is none that Canvas, Moodle or Gradescope gives"


@dataclass(frozen=True, slots=True)
class Given:
    """A file that somebody handed in, by the name that they gave it; a higher version was handed in later."""

    parts: tuple[str, ...]
    version: int
    entry: Entry


@dataclass(slots=True)
class Handed:
    """What one person handed in, in one download (the first has `order` 0)."""

    owner: Owner
    order: int
    late: bool = False
    when: str = ""
    files: list[Given] = field(default_factory=list)

    @property
    def newest(self) -> tuple[str, int, int]:
        """What is greater the later it was handed in, as far as can be known: by its time, by its version, by the order of downloads."""
        return self.when, max((given.version for given in self.files), default=0), self.order


@dataclass(frozen=True, slots=True)
class Stray:
    """A file in a download that is nobody's, or `perhaps` one of some students', whose keys are told."""

    entry: Entry
    order: int
    why: str
    perhaps: tuple[str, ...] = ()


def handed_in(entries: Sequence[Entry], order: int, roster: Roster | None) -> tuple[list[Handed], list[Stray]]:
    """What each person handed in, and the files that are nobody's. Only the outermost name counts: those inside are students' own.

    Raises:
        DownloadError: Gradescope's list of who handed in what cannot be read.
    """
    entries = without_outer_folder(entries)
    found: dict[tuple[str, ...], Handed] = {}
    strays: list[Stray] = []
    listed = next((entry for entry in entries if entry.parts == (METADATA,)), None)
    told = gradescope(listed) if listed else {}
    for folder, (owners, when) in told.items():  # before their files: who handed in no file did hand in all the same
        found |= {(*owner.identity, folder): Handed(owner, order, when=when) for owner in owners}
    for entry in entries:
        if entry is listed:
            continue
        pieces = gradescope_pieces(entry, told) if listed else moodle_pieces(entry) or canvas_pieces(entry, roster)
        if isinstance(pieces, str):
            strays.append(Stray(entry, order, pieces))
            continue
        for one in pieces:
            handed = found.setdefault((*one.owner.identity, one.folder), Handed(one.owner, order))
            handed.late |= one.late
            handed.files.append(one.given)
    return list(found.values()), strays


class Piece(NamedTuple):
    """A file and whose it is; two in different folders belong to different submissions."""

    owner: Owner
    given: Given
    late: bool = False
    folder: str = ""


def without_outer_folder(entries: Sequence[Entry]) -> list[Entry]:
    """Entries without the folder that a system or a program which unpacks has put around all of them."""
    firsts = {entry.parts[0] for entry in entries}
    while len(firsts) == 1 and all(len(entry.parts) > 1 for entry in entries) and not MOODLE.fullmatch(entries[0].parts[0]):
        entries = [Entry(entry.parts[1:], entry.read) for entry in entries]
        firsts = {entry.parts[0] for entry in entries}
    return list(entries)


def canvas_pieces(entry: Entry, roster: Roster | None) -> list[Piece] | str:
    """Whose a file of Canvas' is, or why it is nobody's.

    Names of students and of files may have numbers between _, too. Without a roster the first is the id, as it is for Canvas itself when graded
    files are uploaded; with one, whoever calls themselves `x_1234` takes nothing from the student whose id is 1234.
    """
    (name, *more) = entry.parts
    anonymous = ANONYMOUS.fullmatch(name)
    if more:
        return NOBODYS
    if anonymous and not anonymous["user"].isdigit():
        owner = Owner("canvas", "", {"anonymous": anonymous["user"]})
        return [Piece(owner, given_in(anonymous, entry), bool(anonymous["late"]))]
    ways = [(name[: way.start()], way) for way in CANVAS.finditer(name) if re.fullmatch(r"\w*", name[: way.start()])]
    if not ways:
        return NOBODYS
    pieces = [
        Piece(Owner("canvas", before.removesuffix("_LATE"), {"canvas": way["user"]}), given_in(way, entry), before.endswith("_LATE"))
        for before, way in ways
    ]
    if len(pieces) == 1 or not roster:
        return pieces[:1]
    known = [(one, who) for one in pieces if isinstance(who := roster.find(one.owner.ids, one.owner.name), Student)]
    sure = [(one, who) for one, who in known if may_be_called(who, one.owner.name)]
    likely = sure or known
    if len(likely) > 1:
        return f"its name could begin with the names of {' and '.join(who.key for _, who in likely)}"
    return [likely[0][0]] if likely else pieces[:1]


def given_in(way: re.Match[str], entry: Entry) -> Given:
    return Given((way["file"] or way["typed"],), int(way["version"] or 0), entry)


def moodle_pieces(entry: Entry) -> list[Piece] | str:
    """Whose a file of Moodle's is; "" if it is none, and why if it is nobody's."""
    way = MOODLE.fullmatch(entry.parts[0])
    if not way:
        return ""
    if not way["participant"]:
        return "Moodle does not say which participant's or group's it is"
    parts = (*([way["file"]] if way["file"] else []), *entry.parts[1:]) or (entry.parts[0],)
    return [Piece(Owner("moodle", way["name"], {"moodle": way["participant"]}), Given(parts, 0, entry))]


def gradescope_pieces(entry: Entry, told: Mapping[str, tuple[list[Owner], str]]) -> list[Piece] | str:
    """Whose a file of Gradescope's is: of a group, everybody's."""
    folder = entry.parts[0]
    given = Given(entry.parts[1:] or entry.parts, 0, entry)
    return [Piece(owner, given, folder=folder) for owner in told.get(folder, ([], ""))[0]] or f"{METADATA} does not say whose it is"
