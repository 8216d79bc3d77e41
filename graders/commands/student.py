"""What students run: list, start, check, hint."""

import contextlib
import re
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..cli import DONE, NOT_YET, UNGRADED, Problem
from ..exercise import Exercise, find
from .choose import all_exercises, bank_at, exercise_named

if TYPE_CHECKING:
    from ..grading import Judgement

PROGRESS = "progress"  # the state that `check` writes and `list` shows
FAILING = "failing"  # the properties that did not hold, by exercise: hints begin with these


@click.command("list")
@click.pass_obj
def list_command(root: Path | None) -> int:
    """Show all exercises, chapter by chapter, with what you have passed; each is worth one point."""
    from ..state import read_state

    exercises = all_exercises(root)
    reached = read_state(PROGRESS)
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
    first = Zygote("", replace(strongest(), bubblewrap=False))  # comes up while the rest is read; no time for every layer
    with contextlib.ExitStack() as stack:
        stack.callback(first.close)
        from ..feedback import failing_in, feedback_of
        from ..grading import grade
        from ..limits import Limits
        from ..report import report_on, to_json
        from ..state import read_state, write_state
        from ..submission import Refused, read
        from ..terminal import has_colour, text, width_here

        place = path or file_defining(name, Path.cwd())
        if not place.exists():
            raise Problem(f"There is no {place}.")
        try:
            submission = read(place)
        except Refused as why:
            raise Problem(f"{place} cannot be read: {why}.") from None
        banks = {name: [bank_at(exercise.bank, exercise)]}
        zygotes = stack.enter_context(Zygotes(*establish(first)))
        judgements = grade(submission, {name: exercise}, banks, zygotes, Limits(), known=list(find(root)))
        others = used_by(judgements, root)
        if others:
            more = {other: [bank_at(e.bank, e)] for other, e in others.items()}
            judgements = grade(submission, {name: exercise, **others}, {**banks, **more}, zygotes, Limits())
        if explore and judgements[0].passed:
            from ..explore import explored

            judgements[0].attempt = explored(judgements[0], submission, zygotes)
    verdict = judgements[0].attempt.verdict
    write_state(PROGRESS, {**read_state(PROGRESS), name: "passed" if verdict == "passed" else "not_yet"})
    report = report_on(submission, judgements[:1], zygotes.isolation.tier)
    write_state(FAILING, {**read_state(FAILING), name: failing_in(report["exercises"][0])})
    if as_json:
        click.echo(to_json(report, indent=1), nl=False)
    else:
        click.echo(text(feedback_of(report["exercises"][0], exercise), width_here(), has_colour()))
    return {"passed": DONE, "ungraded": UNGRADED}.get(verdict, NOT_YET)


def used_by(judgements: "list[Judgement]", root: Path | None) -> dict[str, Exercise]:
    """The other exercises that a function which is not right calls: one of them may be to blame."""
    one = judgements[0]
    return {} if one.passed else {name: exercise for name, exercise in find(root).items() if name in one.uses}


def file_defining(name: str, folder: Path) -> Path:
    """NAME.py, or the only script or notebook in the folder that defines the function.

    Raises:
        Problem: there is none, or several.
    """
    plain = folder / f"{name}.py"
    stub = re.compile(rf"raise NotImplementedError\(\\?[\"']{re.escape(name)}")
    if plain.exists() and not stub.search(plain.read_text("utf-8", "replace")):
        return plain.relative_to(folder)
    defines = re.compile(rf"(^|\\n|\")\s*def {re.escape(name)}\b", re.MULTILINE)
    files = sorted([*folder.glob("*.py"), *folder.glob("*.ipynb")])
    texts = {file: file.read_text("utf-8", "replace") for file in files if file.stat().st_size < 1 << 24}
    defining = [file for file, text in texts.items() if defines.search(text)]
    found = [file for file in defining if not stub.search(texts[file])] or ([plain] if plain.exists() else defining)
    if len(found) == 1:
        return found[0].relative_to(folder)
    if found:
        raise Problem(f"Several files here define {name}: {', '.join(f.name for f in found)}. Say which: convgrade check {name} FILE")
    raise Problem(f"No file here defines {name}. Run this in the folder with your file, or name it: convgrade check {name} FILE")


@click.command("hint")
@click.argument("name")
@click.option("--again", is_flag=True, help="Start over from the first hint.")
@click.pass_obj
def hint_command(root: Path | None, name: str, again: bool) -> int:
    """Show the next hint for exercise NAME: on what did not hold when it was last checked, then a question, a rule, a line of code."""
    from ..hints import hints_for
    from ..state import read_state, write_state
    from ..terminal import filled, width_here

    exercise = exercise_named(name, root)
    failing = read_state(FAILING).get(name, [])
    hints = hints_for(exercise, failing)
    about = f"{name} {failing[0] if failing else ''}".strip()  # what helped on one mistake is no help on the next
    shown = {} if again else read_state("hints")
    number = min(int(shown.get(about, 0)), len(hints) - 1)
    paragraphs = [filled(part, width_here()) for part in hints[number].split("\n\n")]
    click.echo(f"Hint {number + 1} of {len(hints)} for {name}\n\n" + "\n\n".join(paragraphs))
    last = number + 1 == len(hints)
    click.echo(f"\n{'From the first one again' if last else 'One more'}: convgrade hint {name}{' --again' if last else ''}")
    write_state("hints", {**shown, about: number + 1})
    return DONE
