"""What authors run: exercise new, exercise verify."""

import keyword
import os
import re
from collections.abc import Sequence
from pathlib import Path

import click

from ..cli import DONE, NOT_YET, Problem
from ..exercise import Exercise
from .choose import all_exercises, exercise_named, require_references

WORD = re.compile(r"[a-z][a-z0-9_]*")


@click.group("exercise")
def exercise_command() -> None:
    """Write exercises of your own."""


@exercise_command.command("new")
@click.argument("chapter")
@click.argument("name")
@click.option(
    "--in", "place", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="Where `exercises` and `reference` lie or will lie."
)
@click.pass_obj
def new_command(root: Path | None, chapter: str, name: str, place: Path) -> int:
    """Write the folder and the reference file of a new exercise; NAME is the name of its function."""
    from ..scaffold import write_exercise

    for word in (chapter, name):
        if not WORD.fullmatch(word) or keyword.iskeyword(word):
            raise Problem(f"{word!r} is no name for a chapter or a function: small letters, digits and _ only, no word of Python's.")
    if name in all_exercises(root):
        raise Problem(f"There is an exercise {name} already.")
    try:
        files = write_exercise(place, chapter, name)
    except FileExistsError as error:
        raise Problem(f"{error.filename} is there already; nothing was overwritten.") from None
    for file in files:
        click.echo(f"wrote {file}")
    command = f"convgrade --exercises {place}"
    click.echo(
        f"\nThe example in them works as it is. Make it yours, then:\n  {command} bank draw {name} --public\n  {command} exercise verify {name}"
    )
    return DONE


@exercise_command.command("verify")
@click.argument("what", nargs=-1)
@click.pass_obj
def verify_command(root: Path | None, what: Sequence[str]) -> int:
    """Prove what exercises promise: right code passes, each mistake fails what it should.

    WHAT is a name, the folder of an exercise, or a folder that holds `exercises` and `reference`; all exercises, if left out.
    """
    from ..bank import BankError
    from ..draw import CannotDraw
    from ..promises import promises

    weak: dict[str, list[str]] = {}
    exercises = exercises_meant(what, root)
    require_references(exercises)
    for exercise in exercises:
        click.echo(f"{exercise.name}  {exercise.folder}")
        try:
            for promise in promises(exercise):
                click.echo(f"  {'not yet' if promise.broken else 'kept   '}  {promise.says}" + (f": {promise.broken}" if promise.broken else ""))
                if promise.broken:
                    weak.setdefault(exercise.name, []).append(promise.says)
        except (BankError, CannotDraw, ValueError) as error:
            raise Problem(f"{exercise.name}: {str(error).rstrip('.')}.") from None
    for name, some in weak.items():
        click.echo(f"\n{name} is weak here: it does not hold that {'; that '.join(some)}.")
    return NOT_YET if weak else DONE


def exercises_meant(what: Sequence[str], root: Path | None) -> list[Exercise]:
    """The exercises of names and paths, or all.

    Raises:
        Problem: there is none of a name, or none at a path.
    """
    if not what:
        return list(all_exercises(root).values())
    found = []
    for one in what:
        place = Path(one).resolve()
        if (place / "statement.md").is_file():
            found.append(all_exercises(place.parents[2])[place.name])
        elif (place / "exercises").is_dir():
            found += [exercise for exercise in all_exercises(place).values() if exercise.folder.is_relative_to(place)]
        elif os.sep in one:
            raise Problem(f"There is no exercise at {one}: its folder holds a statement.md, or a folder `exercises`.")
        else:
            found.append(exercise_named(one, root))
    return found
