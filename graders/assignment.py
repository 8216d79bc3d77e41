"""An assignment: one TOML file that says what is asked, what it is worth, against which cases, within which bounds, and what students see."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from .limits import MEBI, Limits
from .scoring import Points, Worth

FILE = "assignment.toml"
SHIPPED_SEED = 1  # of the public banks that lie beside the exercises
WHEN = ("visible", "after_due_date", "after_published", "hidden")  # from early to never, in Gradescope's words
SIZES = {"memory_mib": "memory", "framework_memory_mib": "framework_memory", "output_mib": "output"}
NUMBERS = {"cpu_seconds", "framework_cpu_seconds", "patience"}
MOST = 1_000_000  # points, seconds, MiB: what is more is a slip, and no system bears it
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class AssignmentError(Exception):
    """The file does not say what an assignment has to; the message names file, line and key."""


@dataclass(frozen=True, slots=True)
class Shown:
    """From when on students see three things, each one of `WHEN`.

    Attributes:
        public: what the public cases say of their work, with pictures.
        score: points.
        secret: that secret cases do not hold, in words that quote none of them.
    """

    public: str = "visible"
    score: str = "after_published"
    secret: str = "after_published"


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an instructor plans.

    Attributes:
        name: what files are called: letters, digits, - and _.
        exercises, questions: points by name, in the order of the file.
        public_seed: of the cases that students get; 1 stands for those that ship.
        secret_seed: of the cases that they do not get; None if all are public.
        banned: modules and calls that nobody may use.
    """

    title: str
    name: str
    exercises: Mapping[str, Points]
    questions: Mapping[str, float]
    public_seed: int = SHIPPED_SEED
    secret_seed: int | None = None
    limits: Limits = field(default_factory=Limits)
    banned: tuple[str, ...] = ()
    shown: Shown = field(default_factory=Shown)

    @property
    def worth(self) -> Worth:
        return Worth(self.exercises, self.questions)

    @property
    def max_score(self) -> float:
        return sum(points.total for points in self.exercises.values()) + sum(self.questions.values())


def read_assignment(file: Path) -> Assignment:
    """The assignment in a file.

    Raises:
        AssignmentError: it is none; the message says in which line, and what to write.
    """
    try:
        text = file.read_text("utf-8-sig")  # some editors begin a file with a mark
    except OSError as problem:
        raise AssignmentError(f"{file} cannot be read: {(problem.strerror or str(problem)).lower()}") from None
    except UnicodeDecodeError:
        raise AssignmentError(f"{file} is not UTF-8") from None
    try:
        held = tomllib.loads(text)
    except ValueError as problem:  # besides what TOMLDecodeError tells, a number of thousands of digits
        raise AssignmentError(f"{file} is no TOML: {problem}") from None
    try:
        return assignment_of(held, file.stem)
    except Wrong as wrong:
        line = line_of(text, wrong.key)
        place = f"{file}, line {line}" if line else str(file)
        raise AssignmentError(f"{place}, {'.'.join(wrong.key)}: {wrong}") from None


class Wrong(Exception):
    """A value is none that an assignment can have; `key` is the way to it."""

    def __init__(self, says: str, *key: str) -> None:
        super().__init__(says)
        self.key = key


def assignment_of(held: Mapping[str, Any], stem: str) -> Assignment:
    only(held, {"title", "name", "exercises", "questions", "seeds", "limits", "ban", "students_see"})
    title = held.get("title")
    if not isinstance(title, str) or not title.strip():
        raise Wrong('a title is needed, such as title = "Convolution by hand"', "title")
    name = held.get("name", stem)
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise Wrong("a name is made of letters, digits, - and _, since files are called by it", "name")
    exercises = {one: points_of(value, "exercises", one) for one, value in table(held, "exercises").items()}
    questions = {one: number(value, "questions", one) for one, value in table(held, "questions").items()}
    if not exercises and not questions:
        raise Wrong("name at least one exercise or question, each in a line with its points: NAME = 2", "exercises")
    seeds = table(held, "seeds")
    only(seeds, {"public", "secret"}, "seeds")
    for one, value in seeds.items():
        if type(value) is not int or value < 0:
            raise Wrong("a seed is a whole number, 0 or more", "seeds", one)
    if seeds.get("secret") == seeds.get("public", SHIPPED_SEED):
        raise Wrong("the secret seed has to differ from the public one", "seeds", "secret")
    return Assignment(
        " ".join(title.split()),
        name,
        exercises,
        questions,
        seeds.get("public", SHIPPED_SEED),
        seeds.get("secret"),
        limits_of(table(held, "limits")),
        banned_of(held.get("ban", [])),
        shown_of(table(held, "students_see")),
    )


def points_of(value: Any, *key: str) -> Points:
    if not isinstance(value, dict):
        return Points(number(value, *key))
    properties = {name: number(points, *key, name) for name, points in value.items()}
    if not properties:
        raise Wrong("say what each property is worth, or give one number for all of it", *key)
    return Points(sum(properties.values()), properties)


def limits_of(held: Mapping[str, Any]) -> Limits:
    only(held, {*NUMBERS, *SIZES}, "limits")
    for one, value in held.items():
        if type(value) is not int or not 1 <= value <= MOST:
            raise Wrong(f"a limit is a whole number, 1 or more, and no more than {MOST}", "limits", one)
    return replace(Limits(), **{SIZES.get(one, one): value * (MEBI if one in SIZES else 1) for one, value in held.items()})


def banned_of(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and re.fullmatch(r"\w+(\.\w+)*", one) for one in value):
        raise Wrong('a list of modules and calls is needed, such as ban = ["scipy", "np.convolve"]', "ban")
    return tuple(value)


def shown_of(held: Mapping[str, Any]) -> Shown:
    only(held, {"public", "score", "secret"}, "students_see")
    for one, value in held.items():
        if value not in WHEN:
            raise Wrong(f"this is one of {', '.join(WHEN)}", "students_see", one)
    return Shown(**held)


def table(held: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = held.get(key, {})
    if not isinstance(value, dict):
        raise Wrong(f"this is a table: a line [{key}], and below it a line for each entry", key)
    return value


def only(held: Mapping[str, Any], known: Collection[str], *key: str) -> None:
    for one in held:
        if one not in known:
            raise Wrong(f"there is no such key here; there are {', '.join(sorted(known))}", *key, one)


def number(value: Any, *key: str) -> float:
    if type(value) not in (int, float) or not 0 <= value <= MOST:
        raise Wrong(f"points are a number, 0 or more, and no more than {MOST}", *key)
    return float(value)


def line_of(text: str, key: tuple[str, ...]) -> int:
    """The line of a key in a TOML text, or of what comes nearest to it; 0 if the text says nothing of it."""
    header: tuple[str, ...] = ()
    found: dict[tuple[str, ...], int] = {}
    for i, line in enumerate(text.split("\n"), 1):
        title = re.match(r"\s*\[+([^\]]+)\]", line)
        said = re.match(r"\s*([\w.\"'-]+)\s*=", line)
        if title:
            header = parts(title[1])
            found.setdefault(header, i)
        elif said:
            found.setdefault((*header, *parts(said[1])), i)
    return next((found[key[:n]] for n in range(len(key), 0, -1) if key[:n] in found), 0)


def parts(dotted: str) -> tuple[str, ...]:
    return tuple(one.strip().strip("\"'") for one in dotted.split("."))
