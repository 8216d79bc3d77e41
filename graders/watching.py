"""Which file a function is in, and what a save means: which functions changed, and so which exercise is worked on."""

import contextlib
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .submission import to_file
from .untrusted import LARGEST_NOTEBOOK, Refused, is_clutter, read_bytes

Functions = Mapping[str, str]  # the text of each function of an exercise, by its name
BODY = r"(?:\n(?:[^\S\n][^\n]*|[)\]}#][^\n]*)?)*"  # lines that are empty, indented, or close a signature


@dataclass(frozen=True, slots=True)
class Place:
    """What a student works on: an exercise, and the file that holds it; None while there is no such file."""

    name: str
    file: Path | None = None


def functions_in(file: Path, names: Sequence[str]) -> dict[str, str]:
    """The functions of exercises that a file defines, right Python or not; a file that is named after one is about that one."""
    named = {file.stem: str(file)} if file.stem in names else {}
    try:
        cells = to_file(file.name, read_bytes(file, LARGEST_NOTEBOOK)).cells
    except Refused as why:
        return {file.stem: str(why)} if named else {}
    found = [defined for _, text in cells for defined in definitions(text, names).items()]
    return {**(named if any(text.strip() for _, text in cells) else {}), **dict(found)}


def definitions(text: str, names: Sequence[str]) -> dict[str, str]:
    """The top-level definitions of `names` in a text, and the lines that belong to each; read as lines, since half-written code is no Python."""
    start = rf"(?:(?:async +)?def +(?P<function>{'|'.join(names)})\b|(?P<variable>{'|'.join(names)}) *(?::[^=\n]*)?=(?!=))"
    lines = re.compile(rf"^{start}[^\n]*{BODY}", re.MULTILINE)
    return {found["function"] or found["variable"]: found[0].rstrip() for found in lines.finditer(text.replace("\r\n", "\n"))}


def is_stub(text: str) -> bool:
    """Whether a function is not begun: there is nothing in it but a docstring and the NotImplementedError that `start` writes."""
    lines = [line.strip() for line in re.sub(r"(\"\"\"|''').*?\1", "", text, flags=re.DOTALL).split("\n")]
    code = [line for line in lines if line and line[0] != "#"]
    signature = next((i for i, line in enumerate(code) if line.endswith(":")), -1)
    return signature == len(code) - 2 and code[-1].startswith("raise NotImplementedError")


def meant(
    saved: Mapping[Path, Functions], before: Mapping[Path, Functions], here: Place, names: Sequence[str], passed: Container[str]
) -> Place | None:
    """What is worked on once files were saved: what changed in them, else what is in them; None if that says nothing.

    If several are, it is the one at hand, or else the first that is not passed.
    """
    texts = {Place(n, file): (text, before.get(file, {}).get(n)) for file, functions in saved.items() for n, text in functions.items()}
    written = [place for place, (text, _) in texts.items() if not is_stub(text)]
    changed = [place for place in written if texts[place][0] != texts[place][1]]

    def order(place: Place) -> tuple[bool, bool, bool, int]:
        return place.name != here.name, place != here, place.name in passed, names.index(place.name)

    if changed:
        return min(changed, key=order)
    if here.file in saved:
        return here
    scripts = [place for place in written if str(place.file).endswith(".py")]  # a notebook is also saved by itself, or for its outputs
    if scripts:
        return min(scripts, key=order)
    begun = (Place(here.name, file) for file, functions in saved.items() if here.name in functions)
    return next(begun, None) if here.file is None else None


def files_defining(name: str, folder: Path) -> list[Path]:
    """NAME.py alone if it is more than a stub, else the scripts and notebooks that define the function; of those, stubs come last."""
    plain = folder / f"{name}.py"
    stub = re.compile(rf"raise NotImplementedError\(\\?[\"']{re.escape(name)}")
    if plain.exists() and not stub.search(start_of(plain)):
        return [plain]
    defines = re.compile(rf"(^|\\n|\")\s*def {re.escape(name)}\b", re.MULTILINE)
    files = (file for file in sorted([*folder.glob("*.py"), *folder.glob("*.ipynb")]) if not is_clutter(file.name))
    texts = {file: start_of(file) for file in files}
    defining = [file for file, text in texts.items() if defines.search(text)]
    return [file for file in defining if not stub.search(texts[file])] or ([plain] if plain.exists() else defining)


def start_of(file: Path) -> str:
    """The text of a file as far as it may go, "" if there is none that can be read."""
    try:
        if file.is_file():  # a pipe would never end
            with open(file, encoding="utf-8", errors="replace") as readable:
                return readable.read(LARGEST_NOTEBOOK)
    except OSError:
        pass
    return ""


def last_saved(files: Sequence[Path]) -> Path | None:
    with contextlib.suppress(OSError):  # one is gone by now
        return max(files, key=lambda file: file.stat().st_mtime, default=None)
    return files[0]
