"""A new assignment: a file that says all there is to say, with a secret seed of its own, for an instructor to change."""

import json
import re
import secrets
import tomllib
from collections.abc import Iterator, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..assignment import SHIPPED_SEED, WHEN, Shown, assignment_of
from ..exercise import Exercise
from ..limits import MEBI, Limits
from ..questions import Question

SEED_BITS = 62  # TOML promises whole numbers of 64 bits, with a sign


def draft(title: str, stem: str, exercises: Sequence[Exercise], questions: Sequence[Question], asked: Sequence[str]) -> str:
    """The text of an assignment of exercises at a point each, for a file called `stem`.

    Of the questions those that are `asked` count; the others are there behind a #.

    Raises:
        Wrong: no assignment has that title, or nothing is asked.
    """
    pages = Environment(loader=PackageLoader("convgrade", "templates"), undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True)
    name = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-") or "assignment"
    text = pages.get_template("assignment.toml.jinja").render(
        title=json.dumps("".join(c if c.isprintable() else " " for c in title), ensure_ascii=False),
        name=json.dumps(name),
        exercises=list(lines_of_exercises(exercises)),
        questions=list(lines_of_questions(questions, asked)),
        public=SHIPPED_SEED,
        secret=secrets.randbits(SEED_BITS) + SHIPPED_SEED + 1,
        limits=Limits(),
        mebi=MEBI,
        shown=Shown(),
        when=", ".join(WHEN),
    )
    assignment_of(tomllib.loads(text), stem)
    return text


def lines_of_exercises(exercises: Sequence[Exercise]) -> Iterator[str]:
    """A line for each exercise, with what it is about behind it."""
    width = max((len(one.name) for one in exercises), default=0)
    return (f"{one.name} = 1{' ' * (width - len(one.name))}  # {one.chapter}, difficulty {one.difficulty}: {one.topic}" for one in exercises)


def lines_of_questions(questions: Sequence[Question], asked: Sequence[str]) -> Iterator[str]:
    return (f"{'' if one.id in asked else '# '}{one.id} = 1  # {one.chapter}: {' '.join(one.title.split())}" for one in questions)
