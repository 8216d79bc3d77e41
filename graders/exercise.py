"""Exercises, found by being there: `exercises/<chapter>/<name>/` and `reference/<chapter>/<name>.py`."""

import ast
import hashlib
import importlib.util
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import Any

from . import exercises as shipped
from .misconception import Misconception, misconceptions_of
from .property import Property, properties_of

FILES = {"statement.md", "stub.py", "checks.py", "hints.md", "bank.npz"}  # of an exercise's folder
MAY_BE_THERE = {"picture.py"}
OWN = "CONVGRADE_EXERCISES"
QUESTION = re.compile(r"q\d{3}[a-z]?")  # what questions are called: so they are known before any is read


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise: its folder, and the file with the answers where there is one."""

    name: str
    chapter: str
    folder: Path
    answers: Path | None

    @property
    def bank(self) -> Path:
        return self.folder / "bank.npz"

    def text(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")

    @property
    def title(self) -> str:
        first = self.text("statement.md").lstrip().partition("\n")[0]
        return first.lstrip("# ").replace("`", "")

    @property
    def topic(self) -> str:
        """The title without the name of the function."""
        return self.title.removesuffix(self.name).rstrip(": ")

    @property
    def difficulty(self) -> int:
        """1 (a definition), 2 (one twist) or 3 (needs a derivation), as the statement says; 2 if it does not."""
        said = re.search(r"^\*Difficulty ([123]) of 3\*$", self.text("statement.md"), re.MULTILINE)
        return int(said[1]) if said else 2


@dataclass(frozen=True, slots=True)
class Checks:
    """What an exercise's `checks.py` says: where cases come from, what must hold, and what the axes of its arrays are called."""

    arguments: Callable[..., tuple[Any, ...]]
    strata: dict[str, Callable[..., bool]]
    tolerance: Callable[..., float]
    properties: tuple[Property, ...]
    layouts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a student must not get: the reference, a second technique, Keras's way, the misconceptions.

    Attributes:
        terms: how many terms an entry of the result adds up, given the arguments; 0 if it is an entry of theirs. None if the
            result is no floating-point array: what has `terms` takes part in `convgrade parity`.
        larger: cases of a larger size, given a function that makes an array of a shape.
        roundings: how often Keras rounds an entry after its sum: twice where it adds a bias to a rounded sum.
    """

    reference: Callable[..., Any]
    second_technique: Callable[..., Any]
    keras: Callable[..., Any]
    keras_name: str
    misconceptions: tuple[Misconception, ...]
    terms: Callable[..., int] | None = None
    larger: Callable[[Callable[..., Any]], Iterable[tuple[Any, ...]]] | None = None
    roundings: int = 1


def find(root: Path | None = None) -> dict[str, Exercise]:
    """All exercises by name, in the order of chapters: the shipped ones, those of installed packages, and those of `root`.

    `root` holds the folders `exercises` and, for authors, `reference`; an exercise in it takes the place of a shipped one.

    Raises:
        ValueError: `root` holds no folder `exercises`, or two installed exercises have one name.
    """
    found: dict[str, Exercise] = {}
    for exercises, references in places(root):
        for one in _in_folder(exercises, references):
            if one.name in found and (root is None or exercises != root / "exercises"):
                raise ValueError(f"two exercises are named {one.name}: {found[one.name].folder} and {one.folder}")
            found[one.name] = one
    return found


def places(root: Path | None = None) -> list[tuple[Path, Path]]:
    """Where exercises are and, for authors, their references: what is shipped, then installed packages, then `root`.

    Raises:
        ValueError: `root` holds no folder `exercises`.
    """
    found = [(Path(next(iter(shipped.__path__))), first_folder("convgrade.reference", Path(__file__).parent / "reference"))]
    for entry in entry_points(group="convgrade.exercises"):
        place = Path(next(iter(entry.load().__path__)))
        found.append((place / "exercises", place / "reference"))
    if root is not None:
        if not (root / "exercises").is_dir():
            raise ValueError(f"{root} holds no folder `exercises`")
        found.append((root / "exercises", root / "reference"))
    return found


def own_folder() -> Path | None:
    """The folder of exercises of one's own that the environment names, for those who give no --exercises."""
    named = os.environ.get(OWN, "")
    return Path(named) if named else None


def is_shipped(exercise: Exercise) -> bool:
    """Whether it is one of those that every installation has."""
    return exercise.folder.is_relative_to(places()[0][0])


def first_folder(module: str, default: Path) -> Path:
    """Where a subpackage lies; the student's installation has no `convgrade.reference`."""
    spec = importlib.util.find_spec(module)
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) if places else default


def _in_folder(exercises: Path, references: Path) -> list[Exercise]:
    folders = [statement.parent for statement in exercises.glob("*/*/statement.md")]
    answers = [references / f.parent.name / f"{f.name}.py" for f in folders]
    found = [Exercise(f.name, f.parent.name, f, a if a.is_file() else None) for f, a in zip(folders, answers, strict=True)]
    return sorted(found, key=lambda e: (*in_order(e.chapter), e.difficulty, e.name))


def in_order(chapter: str) -> tuple[int, str]:
    """What chapters are sorted by: the course's own order, then the alphabet."""
    known = shipped.CHAPTERS
    return (known.index(chapter) if chapter in known else len(known), chapter)


class AuthorError(Exception):
    """A mistake in an exercise's own files, told to its author."""


def required(module: ModuleType, file: Path, *names: str) -> None:
    """Require that an exercise's file defines names.

    Raises:
        AuthorError: one is missing.
    """
    for name in names:
        if not hasattr(module, name):
            raise AuthorError(f"{file} defines no `{name}`")


@cache
def checks_of(exercise: Exercise) -> Checks:
    """The strategy, laws and contracts of an exercise."""
    module = load_module(exercise.folder / "checks.py", f"{exercise.name} checks")
    required(module, exercise.folder / "checks.py", "arguments", "strata", "tolerance")
    return Checks(module.arguments, module.strata, module.tolerance, properties_of(module), getattr(module, "layouts", {}))


def answers_of(exercise: Exercise) -> Answers:
    """The answers to an exercise, loaded anew: a misconception that remembers earlier calls starts fresh.

    Raises:
        ValueError: this installation holds no answers, as a student's does not.
    """
    if exercise.answers is None:
        raise ValueError(f"the reference solution of {exercise.name} is not installed here")
    module = load_module(exercise.answers, f"{exercise.name} answers")
    required(module, exercise.answers, exercise.name, "second_technique", "keras", "KERAS")
    for_parity = {name: getattr(module, name) for name in ("terms", "larger", "roundings") if hasattr(module, name)}
    return Answers(getattr(module, exercise.name), module.second_technique, module.keras, module.KERAS, misconceptions_of(module), **for_parity)


def load_module(file: Path, name: str) -> ModuleType:
    """A Python file as a module of its own."""
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ValueError(f"{file} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        line = getattr(error, "lineno", None) or next((f.lineno for f in reversed(extract_tb(error.__traceback__)) if f.filename == str(file)), None)
        raise AuthorError(f"{file}{f', line {line}' if line else ''} cannot be loaded: {type(error).__name__}: {error}") from error
    return module


@dataclass(frozen=True, slots=True)
class Signature:
    """A stub's signature: its parameters' names, and whether the function gives an array."""

    parameters: tuple[str, ...]
    gives_array: bool


@cache
def signature_of(exercise: Exercise) -> Signature:
    """The signature in an exercise's stub."""
    for node in ast.parse(exercise.text("stub.py")).body:
        if isinstance(node, ast.FunctionDef) and node.name == exercise.name:
            gives = ast.unparse(node.returns) if node.returns else ""
            return Signature(tuple(a.arg for a in node.args.args), "ndarray" in gives)
    raise ValueError(f"{exercise.folder / 'stub.py'} defines no function {exercise.name}")


@cache
def digest(exercise: Exercise) -> str:
    """The identity of an exercise's checks: a grade depends on nothing else of its folder but the bank."""
    engine = [Path(__file__).with_name(name) for name in ("contracts.py", "property.py")]
    return hashlib.sha256(b"".join(file.read_bytes() for file in (exercise.folder / "checks.py", exercise.folder / "stub.py", *engine))).hexdigest()
