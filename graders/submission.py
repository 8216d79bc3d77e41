"""Submissions: a script, a notebook, a folder or a zip, read as untrusted bytes and never executed here."""

import hashlib
import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .untrusted import LARGEST_NOTEBOOK, LARGEST_ZIP, READABLE, Refused, folder_files, read_bytes, without_common_folder, zip_files

LARGEST_SOURCE = 256 * 1024
MOST_CELLS = 5000


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
