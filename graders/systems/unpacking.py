"""Files that students handed in as a folder that can be graded: beside each zip, and each zip in it, what is to be graded of it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ..untrusted import DEEPEST_FOLDER, LARGEST_TOTAL, MEBI, MOST_ENTRIES, READABLE, Refused, without_common_folder, zip_files

DEEPEST_ZIP = 3
MOST_BYTES = 4 * LARGEST_TOTAL
LONGEST_PART = 100
ZIP = ".zip"

File = tuple[str, bytes]  # the way to it, with / between, and what is in it


class Places:
    """Places in a folder, none taken twice where capitals and small letters are the same, nor by both a file and a folder."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def take(self, way: str) -> str:
        """A safe place for a file that was at the end of this way. Its name stays, for another file may import it."""
        place = made = safe_path(way)
        number = 2
        while made.casefold() in self._files or made.casefold() in self._folders or not self._files.isdisjoint(above(made)):
            made, number = f"{number}/{place}", number + 1
        self._files.add(made.casefold())
        self._folders.update(above(made))
        return made


def above(place: str) -> list[str]:
    return [str(folder).casefold() for folder in PurePosixPath(place).parents if folder.name]


def unpacked(files: Iterable[File]) -> tuple[list[File], list[str]]:
    """Files with what can be graded of their zips, by names that are safe and different on any system; and what was left packed, and why."""
    places, made = Places(), list[File]()
    left: list[str] = []
    total = 0
    for name, data in files:
        total += len(data)
        if len(made) >= MOST_ENTRIES or total > MOST_BYTES:
            left.append(f"{name}: more than {MOST_ENTRIES} files or {MOST_BYTES // MEBI} MiB")
            continue
        place = places.take(name)
        made.append((place, data))
        if place.lower().endswith(ZIP):
            try:
                inside = [(places.take(inner), content) for inner, content in list(inside_zip(place[: -len(ZIP)], data))]
            except Refused as why:
                left.append(f"{name}: {why}")
                continue
            total += sum(len(content) for _, content in inside)
            made += inside
    return made, left


def inside_zip(folder: str, data: bytes) -> Iterator[File]:
    """What can be graded in a zip, and in zips in it, below a folder of its own.

    Raises:
        Refused: it cannot be read, or all of it together unpacks to too much.
    """
    waiting = [(folder, data, 1)]
    entries = total = 0
    while waiting:
        here, packed, depth = waiting.pop()
        inside = list(zip_files(packed, (*READABLE, ZIP)))
        names = without_common_folder([name for name, _ in inside])
        entries, total = entries + len(inside), total + sum(len(content) for _, content in inside)
        if entries > MOST_ENTRIES or total > LARGEST_TOTAL:
            raise Refused("the zip and the zips in it unpack to too much")
        for name, (_, content) in zip(names, inside, strict=True):
            place = safe_path(f"{here}/{name}")
            if not name.lower().endswith(ZIP):
                yield place, content
            elif depth < DEEPEST_ZIP:
                waiting.append((place[: -len(ZIP)], content, depth + 1))
            else:
                raise Refused(f"it holds zips in zips, {DEEPEST_ZIP + 1} deep")


def write_files(folder: Path, files: Iterable[File], places: Places | None = None) -> None:
    """Write files into a folder, by safe names, each before the next is read; beside those in `places`, if there are some."""
    folder.mkdir(parents=True, exist_ok=True)
    places = places or Places()
    for name, data in files:
        place = folder / places.take(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(data)


def safe_path(way: str) -> str:
    """A way that leads nowhere else, no deeper than is graded, of names that every system can write."""
    parts = [safe_part(part) for part in way.split("/") if part not in ("", ".", "..")] or ["_"]
    return "/".join(parts[-DEEPEST_FOLDER:])


def safe_part(part: str) -> str:
    """A name that every system can write; its ending, which tells what it is, stays."""
    plain = re.sub(r'[\\/:*?"<>|]', "_", "".join(c if c.isprintable() else "_" for c in unicodedata.normalize("NFC", part)))
    plain = plain.encode("utf-8", "replace").decode().strip(" .~") or "_"
    stem, dot, ending = plain.rpartition(".")
    plain = plain if len(plain) <= LONGEST_PART else f"{stem[: LONGEST_PART - 12]}{dot}{ending[:10]}" if dot else plain[:LONGEST_PART]
    reserved = re.fullmatch(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", plain, re.IGNORECASE)
    return f"_{plain}" if reserved else plain
