"""Questions with one right answer: what is asked, and what to say to an answer.

Students get no answer, but marks: digests of the right answer, and of each wrong one that is known, with what to say to it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .answers import FORMS, LETTERS, normal
from .exercise import AuthorError, in_order, places

try:
    from hashlib import scrypt
except ImportError:  # Python in a browser
    from .book.scrypt import scrypt  # type: ignore[assignment]

FILE = "questions.json"
RIGHT = "That is right."
MISSING = "There is no answer yet."


@dataclass(frozen=True, slots=True)
class Question:
    """One question as students get it; `exercise` is the one that helps with it."""

    id: str
    chapter: str
    title: str
    type: str
    text: str
    options: tuple[str, ...]
    exercise: str
    right: tuple[str, ...]
    wrong: Mapping[str, str]

    @property
    def lettered(self) -> list[str]:
        """The options, each behind its letter."""
        return [f"({letter}) {option}" for letter, option in zip(LETTERS, self.options, strict=False)]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an answer: "passed", "not_yet", "missing" or "bad_return", and a sentence."""

    verdict: str
    message: str


def questions(root: Path | None = None) -> dict[str, Question]:
    """All questions by id, chapter by chapter: the shipped ones, those of installed packages, and those of `root`, which take their place.

    Raises:
        ValueError: `root` holds no folder `exercises`.
        AuthorError: a file of questions is none.
    """
    found = {one.id: one for exercises, _ in places(root) for file in sorted(exercises.glob(f"*/{FILE}")) for one in in_file(file)}
    return {one.id: one for one in sorted(found.values(), key=lambda one: (*in_order(one.chapter), one.id))}


def in_file(file: Path) -> Iterator[Question]:
    try:
        for name, held in json.loads(file.read_text("utf-8")).items():
            if held["type"] not in FORMS:
                raise ValueError(f"{name} is of type {held['type']}")
            yield Question(name, file.parent.name, **{**held, "options": tuple(held["options"]), "right": tuple(held["right"])})
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise AuthorError(f"{file} holds no questions that can be read: {problem}") from problem


def in_json(asked: Iterable[Question]) -> str:
    """The text of a file of questions, as `in_file` reads it."""
    held = {one.id: {name: value for name, value in asdict(one).items() if name not in ("id", "chapter")} for one in asked}
    return json.dumps(held, indent=1, ensure_ascii=False) + "\n"


def judged(question: Question, value: Any) -> Outcome:
    """What to say to an answer, whatever it is: a number, a text, a tuple, a list, an array."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return Outcome("missing", MISSING)
    form = normal(question.type, value, question.options)
    if form is None:
        return Outcome("bad_return", "This cannot be read. The question asks for {}, for example {}.".format(*FORMS[question.type]))
    made = mark(question.id, form)
    if made in question.right:
        return Outcome("passed", RIGHT)
    return Outcome("not_yet", question.wrong.get(made) or f"That is not it yet. A related exercise helps: {question.exercise}.")


@cache
def mark(name: str, form: str) -> str:
    """What stands for an answer in what students get; slow enough that trying all numbers is more work than thinking."""
    return scrypt(form.encode(), salt=f"convgrade {name}".encode(), n=1 << 10, r=8, p=1, dklen=16).hex()
