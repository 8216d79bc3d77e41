"""What instructors run to plan: new-assignment."""

import os
import shlex
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from ..assignment import FILE
from ..cli import DONE, Problem
from ..exercise import Exercise
from .choose import all_exercises, exercises_named

TITLE = "Exercises on convolution"


@click.command("new-assignment")
@click.argument("file", default=FILE, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--title", default=TITLE, help="What students read above it.")
@click.option("--exercise", "names", multiple=True, metavar="NAME", help="Ask for this exercise. May be given again.")
@click.option("--chapter", "chapters", multiple=True, metavar="CHAPTER", help="Ask for all exercises of this chapter. May be given again.")
@click.option("--question", "asked", multiple=True, metavar="QUESTION", help="Ask this question. May be given again.")
@click.pass_obj
def new_assignment_command(root: Path | None, file: Path, title: str, names: Sequence[str], chapters: Sequence[str], asked: Sequence[str]) -> int:
    """Write FILE (assignment.toml, if left out): an assignment to be changed, which says what each of its lines means.

    It asks for the exercises that are named, or for all. The questions on them stand there behind a #, but for those that are named.
    What is there is never overwritten.
    """
    from ..assignment import Wrong
    from ..questions import questions
    from ..release.draft import draft
    from .asking import question_named

    exercises = chosen(names, chapters, root)
    known = questions(root)
    ids = [question_named(name, known).id for name in asked]
    about = [one for one in known.values() if one.exercise in exercises or one.id in ids]
    try:
        text = draft(title, file.stem, list(exercises.values()), about, ids)
    except Wrong as wrong:
        raise Problem(f"--{wrong.key[0]}: {wrong}.") from None
    write_new(file, text)
    counted = f"{len(exercises)} exercise{'s' * (len(exercises) != 1)}, {len(ids)} question{'s' * (len(ids) != 1)}"
    click.echo(f"wrote {file}: {counted}, a point each, and a secret seed. Keep it to yourself.")
    own = ["--exercises", str(root)] if root else []
    click.echo(f"\nSay in it what they are worth. Then: {shlex.join(['convgrade', *own, 'release', str(file)])} --out DIR")
    return DONE


def chosen(names: Sequence[str], chapters: Sequence[str], root: Path | None) -> dict[str, Exercise]:
    """The exercises that are named, themselves or by their chapter; all, if none is."""
    every = all_exercises(root)
    known = list(dict.fromkeys(one.chapter for one in every.values()))
    for chapter in chapters:
        if chapter not in known:
            near = get_close_matches(chapter, known, 1)
            hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
            raise Problem(f"There is no chapter {chapter!r}. {hint}")
    named = exercises_named(names, root) if names or not chapters else {}
    return {name: one for name, one in every.items() if name in named or one.chapter in chapters}


def write_new(file: Path, text: str) -> None:
    """Write a file that holds a secret: for its owner only, and never over another.

    Raises:
        Problem: there is one of that name.
    """
    try:
        with open(file, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as new:
            new.write(text)
    except FileExistsError:
        raise Problem(f"{file} is there already; nothing was overwritten.") from None
