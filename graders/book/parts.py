"""The third-party files that a page needs: Pyodide, NumPy for it, an editor. `parts.json` says where each comes from and what is in it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LISTED = Path(__file__).with_name("parts.json")
PYODIDE, EDITOR = "pyodide", "editor"  # folders


class PartsError(Exception):
    """A part is not there, cannot be had, or is not what it should be; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file.

    Attributes:
        place: where it lies in a folder of parts.
        sha256: what its bytes come to.
        package: the npm package that it is taken out of, as NAME@VERSION; "" for NumPy.
        member: the file's path in that package.
    """

    place: str
    sha256: str
    package: str
    member: str


@cache
def listed() -> dict[str, Any]:
    """What `parts.json` says."""
    return dict(json.loads(LISTED.read_text("utf-8")))


@cache
def parts() -> tuple[Part, ...]:
    """All of them."""
    return tuple(each())


def each() -> Iterator[Part]:
    numpy = listed()["numpy"]
    yield Part(f"{PYODIDE}/{numpy['file']}", numpy["sha256"], "", numpy["member"])
    for folder in PYODIDE, EDITOR:
        for package, held in listed()[folder].items():
            for member, digest in held["files"].items():
                name = member if folder == PYODIDE else f"{stem(package.rpartition('@')[0])}.{'js' if member.endswith('.js') else member}"
                yield Part(f"{folder}/{name}", digest, package, member)


def stem(package: str) -> str:
    """A package's name as part of a file's name."""
    return package.removeprefix("@").replace("/", "-")


def is_sound(data: bytes, part: Part) -> bool:
    return hashlib.sha256(data).hexdigest() == part.sha256


def read_part(folder: Path, part: Part) -> bytes:
    """The bytes of a part.

    Raises:
        PartsError: it is not there, or holds other bytes than it should.
    """
    try:
        data = (folder / part.place).read_bytes()
    except OSError:
        raise PartsError(f"{folder} has no {part.place}. Get all parts with: convgrade book vendor --out {folder}") from None
    if not is_sound(data, part):
        raise PartsError(f"{folder / part.place} has another hash than was published. Get it anew with: convgrade book vendor --out {folder}")
    return data


def have_all(folder: Path) -> bool:
    """Whether a folder holds every part, each with the right bytes."""
    try:
        return all(is_sound((folder / part.place).read_bytes(), part) for part in parts())
    except OSError:
        return False
