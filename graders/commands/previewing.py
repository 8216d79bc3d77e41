"""What shows instructors what a student sees: preview."""

import json
from pathlib import Path
from typing import Any

import click

from ..cli import DONE, Problem
from ..exercise import Exercise
from .choose import all_exercises, bank_at


@click.command("preview")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The page to write; NAME.preview.html here, if left out.")
@click.option("--open", "opened", is_flag=True, help="Open it in a browser.")
@click.pass_obj
def preview_command(root: Path | None, path: Path, out: Path | None, opened: bool) -> int:
    """Show what a student sees of PATH: a report (.json, as `grade` and `check --json` write it) or a submission.

    A submission is graded first, on the public cases of all exercises that it holds.
    """
    from ..pages import submission_page
    from ..store import safe_names, write

    exercises = all_exercises(root)
    if not path.exists():
        raise Problem(f"There is no {path}.")
    report = report_at(path) if path.suffix.lower() == ".json" else graded(path, exercises)
    place = out or Path(f"{safe_names([report['submission']])[report['submission']]}.preview.html")
    try:
        page = submission_page(report, exercises, staff=False)
    except (KeyError, IndexError, TypeError, ValueError):
        raise Problem(f"{path} has the form of a report, but what is in it cannot be drawn.") from None
    write(place, page)
    click.echo(place)
    if opened and click.launch(str(place)):
        click.echo("No browser could be opened.", err=True)
    return DONE


def report_at(path: Path) -> dict[str, Any]:
    """The report in a file.

    Raises:
        Problem: it holds none.
    """
    import fastjsonschema

    from ..report import validated

    try:
        report: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return validated(report)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise Problem(f"{path} is no JSON.") from None
    except fastjsonschema.JsonSchemaValueException as problem:
        raise Problem(f"{path} is no report of schema 1: {problem.message}.") from None


def graded(path: Path, exercises: dict[str, Exercise]) -> dict[str, Any]:
    """The report on a submission, on public cases.

    Raises:
        Problem: it cannot be read, or holds no exercise.
    """
    from ..frameworks import Zygotes
    from ..grading import grade
    from ..limits import Limits
    from ..report import report_on
    from ..scanning import scan
    from ..submission import read
    from ..untrusted import Refused

    try:
        submission = read(path, path.resolve().name)
    except Refused as why:
        raise Problem(f"{path} cannot be read: {why}.") from None
    with Zygotes.strongest() as zygotes:
        held = scan(submission, list(exercises), zygotes, Limits()).modules
        chosen = {name: exercise for name, exercise in exercises.items() if name in held}
        if not chosen:
            raise Problem(f"{path} defines no function of any exercise. `convgrade list` shows their names.")
        banks = {name: [bank_at(exercise.bank, exercise)] for name, exercise in chosen.items()}
        return report_on(submission, grade(submission, chosen, banks, zygotes, Limits()), zygotes.isolation.tier)
