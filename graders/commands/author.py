"""What authors run: exercise new, exercise verify."""

import keyword
import re
from collections.abc import Sequence
from pathlib import Path

import click

from ..cli import DONE, NOT_YET, Problem
from .choose import all_exercises, exercises_named, require_references

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
@click.argument("names", nargs=-1)
@click.pass_obj
def verify_command(root: Path | None, names: Sequence[str]) -> int:
    """Prove what exercises NAMES, or all, promise: right code passes, each mistake fails what it should."""
    from ..bank import BankError
    from ..draw import CannotDraw
    from ..promises import promises

    exercises, broken = exercises_named(names, root), 0
    require_references(exercises.values())
    for name, exercise in exercises.items():
        click.echo(name)
        try:
            for promise in promises(exercise):
                broken += bool(promise.broken)
                click.echo(f"  {'not yet' if promise.broken else 'kept   '}  {promise.says}" + (f": {promise.broken}" if promise.broken else ""))
        except (BankError, CannotDraw, ValueError) as error:
            raise Problem(f"{name}: {error}.") from None
    return NOT_YET if broken else DONE
