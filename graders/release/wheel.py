"""The student wheel: this installation of convgrade without what a student must not get, and with the exercises of an assignment.

It is put together from the installed files alone: no source tree, no network, no tools to build with.
"""

import base64
import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path

from .. import exercises as shipped
from ..bank import BankError, load
from ..edition import as_students
from ..exercise import FILES, MAY_BE_THERE, Exercise
from ..questions import FILE as QUESTIONS
from ..questions import Question, in_file, in_json

PACKAGE = Path(__file__).parents[1]
APART = ("exercises", "reference")  # of the package: the one is put together anew, the other left out
EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can say: the same files give the same bytes, whenever
MODE = 0o100644 << 16  # a regular file that everybody may read


def student_wheel(exercises: Mapping[str, Exercise], out: Path, asked: Mapping[str, Question] | None = None) -> Path:
    """Write the student wheel into the folder `out`; the same installation, exercises and questions give the same bytes.

    Args:
        exercises: these take the place of those that ship, or are added to them, each with its bank.
        out: a folder, made if it is not there.
        asked: questions likewise.

    Returns:
        The wheel, `convgrade-VERSION+student-py3-none-any.whl`.

    Raises:
        BankError: an exercise has no bank, or one that a student must not get.
    """
    for exercise in exercises.values():
        if load(exercise.bank).visibility != "public":
            raise BankError(f"{exercise.bank} is a secret bank; what students get holds public ones")
    whole = distribution("convgrade")
    version = as_students(whole.version)
    info = f"convgrade-{version}.dist-info"
    files = {f"convgrade/{name}": data for name, data in [*engine(), *course(exercises, asked or {})]}
    files |= {f"{info}/{name}": data for name, data in about(whole, version)}
    files[f"{info}/RECORD"] = record(files, f"{info}/RECORD")
    out.mkdir(parents=True, exist_ok=True)
    place = out / f"convgrade-{version}-py3-none-any.whl"
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, MODE, 3
            archive.writestr(entry, data)
    return place


def engine() -> Iterator[tuple[str, bytes]]:
    """The files of the machine, by their names in the package."""
    return ((name, data) for name, data in below(PACKAGE) if name.partition("/")[0] not in APART)


def course(exercises: Mapping[str, Exercise], asked: Mapping[str, Question]) -> Iterator[tuple[str, bytes]]:
    """The files of all exercises and questions: those that ship, but for those that are given."""
    home = Path(next(iter(shipped.__path__)))
    for name, data in below(home):
        parts = name.split("/")
        if parts[-1] != QUESTIONS and (len(parts) < 3 or parts[1] not in exercises):
            yield f"exercises/{name}", data
    for exercise in exercises.values():
        for name, data in below(exercise.folder):
            if name in FILES | MAY_BE_THERE:  # an author may keep a solution beside
                yield f"exercises/{exercise.chapter}/{exercise.name}/{name}", data
    known = {one.id: one for file in sorted(home.glob(f"*/{QUESTIONS}")) for one in in_file(file)} | dict(asked)
    for chapter in sorted({one.chapter for one in known.values()}):
        yield f"exercises/{chapter}/{QUESTIONS}", in_json(one for one in known.values() if one.chapter == chapter).encode()


def below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files in a folder and in those below it, in order, but for what Python and editors leave behind."""
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        if file.is_file() and not any(part.startswith((".", "__pycache__")) or part.endswith((".pyc", "~")) for part in parts):
            yield "/".join(parts), file.read_bytes()


def about(whole: Distribution, version: str) -> Iterator[tuple[str, bytes]]:
    """What an installer reads: the words of the installation at hand, with the version of the student's edition."""
    said = whole.read_text("METADATA") or whole.read_text("PKG-INFO") or ""  # the latter beside a source tree that was built
    yield "METADATA", re.sub(r"^Version: .*$", f"Version: {version}", said, count=1, flags=re.MULTILINE).encode()
    yield "WHEEL", f"Wheel-Version: 1.0\nGenerator: convgrade ({whole.version})\nRoot-Is-Purelib: true\nTag: py3-none-any\n".encode()
    yield "entry_points.txt", (whole.read_text("entry_points.txt") or "").encode()
    for name in whole.metadata.get_all("License-File") or []:
        text = whole.read_text(f"licenses/{name}")
        if text:
            yield f"licenses/{name}", text.encode()


def record(files: Mapping[str, bytes], itself: str) -> bytes:
    """The list of all files with their digests and sizes, which an installer compares."""
    lines = io.StringIO()
    table = csv.writer(lines, lineterminator="\n")
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        table.writerow([name, f"sha256={digest}", len(data)])
    table.writerow([itself, "", ""])
    return lines.getvalue().encode()
