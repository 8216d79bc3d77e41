"""What a student reads while watching, besides verdicts: where one is, how an exercise begins, all of them."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from .exercise import Exercise
from .kit import kit_in
from .screen import Piece, packed
from .terminal import filled
from .watching import Place

BAR = 20
KEYS = """h  the next hint
n  the next exercise
p  the previous exercise
r  check again
l  list all exercises
?  these keys
q  leave"""
KEYS_IN_A_LINE = "h hint  n next  p previous  r again  l list  ? keys  q leave"
KEYS_IN_LESS = "h n p r l  ? keys  q leave"
UNTOLD = "The system does not tell of changes here ({reason}): the folder is looked at five times a second."


def progress(exercises: Mapping[str, Exercise], passed: set[str], here: Place, width: int) -> str:
    """How far one is, in a line, or in a few on a narrow terminal."""
    done, total = sum(name in passed for name in exercises), len(exercises)
    wide = min(total, BAR)
    bar = ("#" * (wide * done // total)).ljust(wide, ".")
    where = [f"{here.name} ({exercises[here.name].chapter})", *([here.file.name] if here.file else [])]
    return packed([f"[{bar}] {done} of {total} passed", *where], width, " · ")


def beginning(exercise: Exercise, file: Path | None, folder: Path, width: int) -> str:
    """An exercise that is not begun: what it is about, where it is written, and how."""
    paragraphs = [part for part in exercise.text("statement.md").split("\n\n") if part and part[0] not in "#*"]
    about = " ".join(paragraphs[0].replace("**", "").split()) if paragraphs else ""
    stub = f"Open {file}, put your code in the place of its NotImplementedError, and save."
    new = f"No file here defines it: write `{exercise.name}` into {folder / exercise.name}.py, and save. `convgrade start {folder}` writes a start."
    notebook, _ = kit_in(folder)
    whole = f"The whole statement is in {notebook}." if notebook.exists() else ""
    parts = [exercise.title, about.rpartition(". ")[0] + "." if about.endswith(":") else about, stub if file else new, whole]
    return "\n\n".join(filled(part, width) for part in parts if part)


def overview(exercises: Mapping[str, Exercise], passed: set[str], here: str, width: int) -> str:
    """All exercises, chapter by chapter: those that passed, and the one at hand."""
    lines = []
    for chapter, members in groupby(exercises.values(), lambda exercise: exercise.chapter):
        names = [exercise.name for exercise in members]
        marks = {name: ">" if name == here else "x" if name in passed else " " for name in names}
        lines.append(f"{chapter}, {sum(name in passed for name in names)} of {len(names)}")
        lines += [f"  {line}" for line in packed([f"[{marks[name]}] {name}" for name in names], width - 2, "  ").split("\n")]
    return "\n".join(lines)


def keys_at_hand(width: int) -> str:
    return KEYS_IN_A_LINE if len(KEYS_IN_A_LINE) <= width else KEYS_IN_LESS


def wrapped(text: str) -> Piece:
    return lambda width: filled(text, width)


def first_line(piece: Piece) -> Piece:
    return lambda width: piece(width).partition("\n")[0]
