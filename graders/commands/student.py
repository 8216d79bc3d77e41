"""What students run: list, start, check, hint."""

import contextlib
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from ..cli import DONE, NOT_YET, UNGRADED
from .choose import all_exercises, exercise_named, require_references


@click.command("list")
@click.pass_obj
def list_command(root: Path | None) -> int:
    """Show all exercises, chapter by chapter, with what you have passed; each is worth one point."""
    from ..progress import reached as reached_so_far

    exercises = all_exercises(root)
    reached = reached_so_far()
    for chapter, members in groupby(exercises.values(), lambda exercise: exercise.chapter):
        names = [exercise.name for exercise in members]
        passed = sum(reached.get(name) == "passed" for name in names)
        click.echo(f"\n{chapter}: {passed} of {len(names)} {'point' if len(names) == 1 else 'points'}")
        for name in names:
            one = exercises[name]
            click.echo(f"  {reached.get(name, '').replace('_', ' '):<8} {name:<24} {'*' * one.difficulty:<4} {one.topic}")
    click.echo(
        "\n* a definition, ** one twist more, *** needs some thought first\n`convgrade start DIR` writes them all into a folder, to be filled in."
        "\n`convgrade ask` shows the questions."
    )
    return DONE


@click.command("start")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def start_command(root: Path | None, directory: Path) -> int:
    """Write the stubs of all exercises, and a notebook with their statements and all questions, into DIRECTORY.

    Files that are there are left alone.
    """
    from ..kit import write_kit
    from ..questions import questions

    written, kept = write_kit(all_exercises(root).values(), questions(root).values(), directory)
    for file in written:
        click.echo(f"wrote {file}")
    for file in kept:
        click.echo(f"kept  {file}, which was there")
    first = next(iter(all_exercises(root)))
    there = "" if directory.resolve() == Path.cwd() else f"cd {directory} && "
    click.echo(f"\nOpen {directory / first}.py, or the notebook, write the function, then: {there}convgrade check {first}")
    click.echo(f"In a second terminal, `convgrade watch {directory}` checks whatever you save.")
    return DONE


@click.command("check")
@click.argument("name")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a report (schema 1) instead of text.")
@click.option("--explore", is_flag=True, help="Also try fresh cases, and look for a smaller counterexample. Needs the reference.")
@click.pass_obj
def check_command(root: Path | None, name: str, path: Path | None, as_json: bool, explore: bool) -> int:
    """Check your function NAME, in PATH.

    PATH is a script, a notebook, a folder or a zip; NAME.py, or the only file here that defines the function, if left out.
    """
    from ..frameworks import Zygotes
    from ..isolation import establish, strongest
    from ..zygote import Zygote

    exercise = exercise_named(name, root)
    require_references([exercise] if explore else [])
    first = Zygote("", replace(strongest(), bubblewrap=False))  # comes up while the rest is read; no time for every layer
    with contextlib.ExitStack() as stack:
        stack.callback(first.close)
        from ..progress import note
        from ..report import to_json
        from ..terminal import has_colour, width_here
        from .checking import file_defining, in_words, judged, public_bank, reported, submission_at

        submission = submission_at(path or file_defining(name, Path.cwd()))
        public_bank(exercise)
        zygotes = stack.enter_context(Zygotes(*establish(first)))
        judgement = judged(exercise, submission, all_exercises(root), zygotes)
        if explore and judgement.passed:
            from ..explore import explored

            judgement.attempt = explored(judgement, submission, zygotes)
    verdict = judgement.attempt.verdict
    report = reported(judgement, submission, zygotes)
    note(report["exercises"][0])
    click.echo(to_json(report, indent=1) if as_json else in_words(report, exercise, width_here(), has_colour()), nl=not as_json)
    return {"passed": DONE, "ungraded": UNGRADED}.get(verdict, NOT_YET)


@click.command("hint")
@click.argument("name")
@click.option("--again", is_flag=True, help="Start over from the first hint.")
@click.pass_obj
def hint_command(root: Path | None, name: str, again: bool) -> int:
    """Show the next hint for exercise NAME: on what did not hold when it was last checked, then a question, a rule, a line of code."""
    from ..progress import next_hint
    from ..terminal import width_here

    hint = next_hint(exercise_named(name, root), again)
    click.echo(hint.text(width_here()))
    click.echo(f"\n{'From the first one again' if hint.is_last else 'One more'}: convgrade hint {name}{' --again' if hint.is_last else ''}")
    return DONE
