"""Submissions: a script, a notebook, a folder or a zip, read as untrusted bytes and never executed here."""

import hashlib
import io
import json
import os
import stat
import warnings
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

MEBI = 1 << 20
LARGEST_SOURCE = 256 * 1024
LARGEST_NOTEBOOK = 16 * MEBI
LARGEST_ZIP = 64 * MEBI
LARGEST_TOTAL = 64 * MEBI
MOST_ENTRIES = 500
MOST_CELLS = 5000
DEEPEST_FOLDER = 8
READABLE = (".py", ".ipynb")


class Refused(Exception):
    """The submission cannot be read; the message says why, for the student."""

    def __init__(self, why: str) -> None:
        super().__init__("".join(c if c.isprintable() else ascii(c)[1:-1] for c in why))


@dataclass(frozen=True, slots=True)
class File:
    """One source: a script is one cell. Cells are (label, text); labels tell the student where."""

    name: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """What a student handed in, as text; of several files those that cannot be read are left out, and why is noted."""

    name: str
    files: tuple[File, ...]
    hash: str
    left_out: tuple[str, ...] = ()

    def to_wire(self) -> list[dict[str, Any]]:
        return [{"name": file.name, "cells": [list(cell) for cell in file.cells]} for file in self.files]

    def line(self, label: str, number: int) -> str:
        """The text of a line that a traceback named, "" if there is none such."""
        for file in self.files:
            for one, text in file.cells:
                if one == label:
                    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
                    return lines[number - 1].strip() if 0 < number <= len(lines) else ""
        return ""


def read(path: Path, name: str = "") -> Submission:
    """Read a submission.

    Raises:
        Refused: it is no such thing, too large, or not UTF-8.
    """
    files = sorted(dict(_raw_files(path)).items())
    if not files:
        raise Refused("there is no .py or .ipynb file in it")
    names = without_common_folder([file for file, _ in files])
    identity = hashlib.sha256()
    for file, (_, data) in zip(names, files, strict=True):
        identity.update(b"%d %d " % (len(file.encode("utf-8", "replace")), len(data)) + file.encode("utf-8", "replace") + data)
    read_files, left_out = [], []
    for file, (_, data) in zip(names, files, strict=True):
        try:
            read_files.append(to_file(file, data))
        except Refused as why:
            left_out.append(str(why))
    if not read_files:
        raise Refused(left_out[0])
    return Submission(name or path.name, tuple(read_files), identity.hexdigest(), tuple(left_out))


def identity_of(path: Path) -> str:
    """A digest of the bytes that `read` reads, nothing of them interpreted, whatever a single file is called."""
    digest = hashlib.sha256()
    try:
        if path.is_dir() and not path.is_symlink():
            for name, data in sorted(folder_files(path)):
                digest.update(f"{name!r} {len(data)} ".encode() + data)
        else:
            digest.update(f"{path.suffix.lower()} ".encode("utf-8", "replace") + read_bytes(path, LARGEST_ZIP))
    except Refused as why:
        digest.update(f"{path.name!r} {why}".encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def _raw_files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_symlink():
        raise Refused("it is a symbolic link")
    if path.is_dir():
        yield from folder_files(path)
    elif path.suffix.lower() == ".zip":
        yield from zip_files(read_bytes(path, LARGEST_ZIP))
    elif path.suffix.lower() in READABLE:
        yield path.name, read_bytes(path, LARGEST_NOTEBOOK)
    else:
        raise Refused(f"a {path.suffix or 'file without an ending'} is neither a .py, a .ipynb, a .zip nor a folder")


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a regular file, no link followed, no device or pipe opened."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Refused("it is no regular file")
            data = file.read(most + 1)
    except OSError as error:
        raise Refused(f"it cannot be opened ({error.strerror})") from None
    if len(data) > most:
        raise Refused(f"it is larger than {most // MEBI} MiB")
    return data


def folder_files(root: Path) -> Iterator[tuple[str, bytes]]:
    seen, total = 0, 0
    for folder, folders, names in os.walk(root, followlinks=False):
        here = Path(folder).relative_to(root)
        folders[:] = sorted(f for f in folders if not is_clutter(f)) if len(here.parts) < DEEPEST_FOLDER else []
        for name in sorted(names):
            file = Path(folder) / name
            if is_clutter(name) or file.suffix.lower() not in READABLE or file.is_symlink():
                continue
            data = read_bytes(file, LARGEST_NOTEBOOK)
            seen, total = seen + 1, total + len(data)
            if seen > MOST_ENTRIES or total > LARGEST_TOTAL:
                raise Refused("it holds too many or too large files")
            yield (here / name).as_posix(), data


def zip_files(data: bytes, endings: Collection[str] = READABLE) -> Iterator[tuple[str, bytes]]:
    """The files of a zip that end so, by their places in it, which lead nowhere else.

    Raises:
        Refused: it is none that can be read, or it unpacks to too much.
    """
    if data.count(b"PK\x01\x02") > 2 * MOST_ENTRIES:  # counted before a directory of a million entries is read
        raise Refused(f"the zip holds more than {MOST_ENTRIES} entries")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Refused(f"the zip holds more than {MOST_ENTRIES} entries")
            left = LARGEST_TOTAL
            for entry in entries:
                place = PurePosixPath(entry.filename.replace("\\", "/"))
                parts = [p for p in place.parts if p not in ("/", "..", ".")]
                if entry.is_dir() or not parts or any(map(is_clutter, parts)) or place.suffix.lower() not in endings:
                    continue
                if stat.S_ISLNK(entry.external_attr >> 16):
                    continue
                with archive.open(entry) as member:
                    content = member.read(min(left, LARGEST_NOTEBOOK) + 1)
                left -= len(content)
                if left < 0 or len(content) > LARGEST_NOTEBOOK:
                    raise Refused("the zip unpacks to too much")
                yield "/".join(parts), content
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, OverflowError) as error:
        raise Refused(f"it is no zip that can be read ({error})") from None
    except Exception as error:  # zlib.error and whatever else a decompressor raises
        if isinstance(error, Refused):
            raise
        raise Refused("it is no zip that can be read") from None


def is_clutter(name: str) -> bool:
    """Names that editors and systems leave behind."""
    return name.startswith((".", "~")) or name in ("__MACOSX", "__pycache__", "node_modules")


def without_common_folder(names: list[str]) -> list[str]:
    """Names without the folders that all of them share."""
    while all("/" in name for name in names) and len({name.partition("/")[0] for name in names}) == 1:
        names = [name.partition("/")[2] for name in names]
    return names


def to_file(name: str, data: bytes) -> File:
    """One source as cells."""
    text = to_text(name, data)
    cells = notebook_cells(name, text) if name.lower().endswith(".ipynb") else [(name, text)]
    if any(len(cell) > LARGEST_SOURCE for _, cell in cells) or sum(len(cell) for _, cell in cells) > 4 * LARGEST_SOURCE:
        raise Refused(f"{name} holds more than {LARGEST_SOURCE // 1024} KiB of code")
    return File(name, tuple(cells))


def to_text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{name} is no text in UTF-8") from None


def notebook_cells(name: str, text: str) -> list[tuple[str, str]]:
    """The code cells of a notebook of any version, labelled by their number among the code cells."""
    try:
        notebook = json.loads(text)
        if notebook.get("nbformat", 4) != 4:
            notebook = of_version_4(text)
        sources = [joined(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
        if not all(isinstance(source, str) for source in sources):
            raise TypeError("a cell's source is no text")
    except Exception:  # whatever a hostile notebook makes the reader raise
        raise Refused(f"{name} is no notebook that can be read") from None
    if len(sources) > MOST_CELLS:
        raise Refused(f"{name} has more than {MOST_CELLS} cells")
    return [(f"{name}, code cell {number}", source) for number, source in enumerate(sources, 1)]


def joined(source: Any) -> Any:
    """A cell's source, which may be a list of lines."""
    return "".join(source) if isinstance(source, list) else source


def of_version_4(text: str) -> Any:
    """A notebook of an older version as one of version 4."""
    import nbformat

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return nbformat.convert(nbformat.reader.reads(text), 4)
