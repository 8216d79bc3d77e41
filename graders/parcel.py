"""What goes to another machine as bytes: a submission, nothing of it interpreted, and an exercise that is not installed there."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from .exercise import Exercise
from .untrusted import LARGEST_ZIP, Refused, folder_files, read_bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """What lies at a path: a folder's files, a single file under "", or why it cannot be read."""

    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    refused: str = ""


def parcel_of(path: Path) -> Parcel:
    try:
        if path.is_symlink():
            raise Refused("it is a symbolic link")
        if path.is_dir():
            return Parcel(path.name, dict(folder_files(path)))
        return Parcel(path.name, {"": read_bytes(path, LARGEST_ZIP)})
    except Refused as why:
        return Parcel(path.name, refused=str(why))


@contextmanager
def unpacked(parcel: Parcel) -> Iterator[Path]:
    """The submission on this machine, for as long as it is needed.

    Raises:
        Refused: it could not be read where it came from.
    """
    if parcel.refused:
        raise Refused(parcel.refused)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / parcel.name
        if set(parcel.files) != {""}:
            place.mkdir()
        for name, data in parcel.files.items():
            file = place / name if name else place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        yield place


@dataclass(frozen=True, slots=True)
class Luggage:
    """The folder of an exercise, without what an author alone has."""

    chapter: str
    files: dict[str, bytes]


def luggage_of(exercise: Exercise) -> Luggage:
    return Luggage(exercise.chapter, {file.name: file.read_bytes() for file in exercise.folder.iterdir() if file.is_file()})


def laid_out(luggage: Mapping[str, Luggage], place: Path) -> dict[str, Exercise]:
    """The exercises on this machine, in a folder that is theirs alone."""
    found = {}
    for name, one in luggage.items():
        folder = place / one.chapter / name
        folder.mkdir(parents=True)
        for file, data in one.files.items():
            (folder / file).write_bytes(data)
        found[name] = Exercise(name, one.chapter, folder, None)
    return found
