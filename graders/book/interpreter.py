"""Python as a page loads it: Pyodide, NumPy, the student's edition of convgrade and the one package that this needs, with their hashes."""

import base64
import hashlib
import json
import zipfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from ..exercise import Exercise
from ..questions import Question
from ..release.wheel import EARLIEST, record, student_wheel
from .parts import PYODIDE, Part, listed, parts, read_part
from .vendoring import address_of

LOCK = "pyodide-lock.json"


def write_interpreter(out: Path, exercises: Mapping[str, Exercise], questions: Mapping[str, Question], folder: Path | None, cdn: str) -> None:
    """Write the folder that Pyodide is loaded from; with a CDN it holds only what the CDN has not.

    Raises:
        PartsError: a part is not there, or not what it should be.
        BankError: an exercise has no public bank.
    """
    out.mkdir(parents=True)
    numpy, *core = [part for part in parts() if part.place.startswith(PYODIDE)]
    for part in (numpy, *core) if folder is not None and not cdn else ():
        (out / Path(part.place).name).write_bytes(read_part(folder, part))  # type: ignore[arg-type]
    own = [in_folder_of_its_own(wheel) for wheel in (student_wheel(exercises, out, questions), markupsafe_wheel(out))]
    place = address_of(numpy, cdn) if cdn else Path(numpy.place).name
    packages = {"numpy": locked("numpy", listed()["numpy"]["version"], place, numpy.sha256)} | dict(own)
    (out / LOCK).write_text(json.dumps({"info": listed()["lock"], "packages": packages}, indent=1) + "\n", "utf-8")


def in_folder_of_its_own(wheel: Path) -> tuple[str, dict[str, Any]]:
    """Move a wheel into a folder named for its bytes, so that no browser takes an older one for it; its name and its entry in the lock file."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    folder = wheel.parent / digest[:12]
    folder.mkdir()
    wheel.rename(folder / wheel.name)
    name, version, *_ = wheel.name.split("-")
    return name, locked(name, version, f"{folder.name}/{wheel.name}", digest)


def locked(name: str, version: str, place: str, digest: str) -> dict[str, Any]:
    """An entry of Pyodide's lock file."""
    about = {"name": name, "version": version, "file_name": place, "sha256": digest, "imports": [name], "depends": []}
    return {**about, "install_dir": "site", "package_type": "package", "unvendored_tests": False}


def markupsafe_wheel(out: Path) -> Path:
    """MarkupSafe as it is installed here, without the part that is compiled for this machine, which it can do without."""
    installed = distribution("markupsafe")
    info = f"markupsafe-{installed.version}.dist-info"
    wanted = [file for file in installed.files or [] if file.suffix == ".py" or file.name in ("METADATA", "LICENSE.txt")]
    files = {file.as_posix(): Path(str(installed.locate_file(file))).read_bytes() for file in sorted(wanted)}
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: convgrade\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{info}/RECORD"] = record(files, f"{info}/RECORD")
    place = out / f"markupsafe-{installed.version}-py3-none-any.whl"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), data, zipfile.ZIP_DEFLATED)
    return place


def digests(cdn: str) -> dict[str, str]:
    """The addresses of Pyodide's own files at a CDN, each with the digest that the browser compares."""
    core = [part for part in parts() if part.place.startswith(PYODIDE) and part.package]
    return {address_of(part, cdn): sri(part) for part in core}


def sri(part: Part) -> str:
    return f"sha256-{base64.b64encode(bytes.fromhex(part.sha256)).decode()}"
