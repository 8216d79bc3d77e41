"""What instructors run: grade, bank."""

import json
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..cli import DONE, NOT_YET, UNGRADED, Problem
from ..exercise import Exercise
from .choose import bank_at, exercises_named

if TYPE_CHECKING:
    from ..bank import Bank

PUBLIC_SEED = 1


@click.command("grade")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder for reports, grades.csv and index.html.")
@click.option("--jobs", type=click.IntRange(1), default=len(os.sched_getaffinity(0)), help="Processes to use; one a core if left out.")
@click.option("--exercise", "names", multiple=True, help="Grade this exercise; may be repeated. All that were found, if left out.")
@click.option("--bank", "banks", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder of secret banks (NAME.npz).")
@click.option("--cpu", type=click.IntRange(1), default=5, show_default=True, help="Seconds of processor time an exercise may take.")
@click.pass_obj
def grade_command(root: Path | None, paths: Sequence[Path], out: Path, jobs: int, names: Sequence[str], banks: Path | None, cpu: int) -> int:
    """Grade submissions: each child of a folder in PATHS is one, and so is a file or zip given directly.

    Run it again to go on: what is graded is not graded again unless something it depends on has changed.
    """
    from ..classroom import Course, Pool, found_exercises, grade_class, submissions_in
    from ..limits import Limits
    from ..outputs import class_page, grades_csv
    from ..store import Locked, locked, safe_names, write

    exercises = exercises_named(names, root)
    course = Course(exercises, {n: [*secret_banks(banks, e), bank_at(e.bank, e)][::-1] for n, e in exercises.items()}, Limits(cpu_seconds=cpu))
    submissions = submissions_in(paths)
    if not submissions:
        raise Problem("There is nothing to grade in there.")
    pool = Pool(course, min(jobs, len(submissions)))
    try:
        with locked(out):
            chosen = list(exercises)
            if not names:
                found = found_exercises(pool, submissions)
                chosen = [name for name in exercises if name in found]
                if not chosen:
                    raise Problem("No submission defines a function of any exercise. `convgrade list` shows their names.")
            click.echo(f"{len(submissions)} submissions, {len(chosen)} exercises: {', '.join(chosen)}")
            fresh = sum(new for _, new in with_progress(grade_class(pool, submissions, chosen, out), len(submissions)))
            files = safe_names(submissions)
            reports = [json.loads((out / "reports" / f"{files[name]}.json").read_text("utf-8")) for name in submissions]
            write(out / "grades.csv", grades_csv(reports, chosen))
            write(out / "index.html", class_page(reports, chosen, files))
            write(out / "names.json", json.dumps({file: name for name, file in files.items() if file != name}, indent=1) + "\n")
    except Locked as problem:
        raise Problem(f"{problem}. Wait for it, or choose another folder.") from None
    finally:
        pool.close()
    if fresh < len(submissions):
        click.echo(f"{len(submissions) - fresh} were graded before and have not changed.")
    return summary(reports, chosen, out)


def secret_banks(folder: Path | None, exercise: Exercise) -> "list[Bank]":
    """The secret bank of an exercise, if the folder holds one."""
    place = folder / f"{exercise.name}.npz" if folder else None
    return [bank_at(place, exercise)] if place and place.exists() else []


def with_progress(results: Any, total: int) -> Any:
    """The results as they come, with a bar on a terminal and a line now and then elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("Grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("", total=total)
        for name, new in results:
            bar.update(task, advance=1, description=name if name.isprintable() else ascii(name))
            yield name, new


def summary(reports: "list[dict[str, Any]]", chosen: Sequence[str], out: Path) -> int:
    """Print how the class fared, and where everything is."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("submission", "score", *chosen)
    for report in reports[:40]:
        verdicts = {e["exercise"]: e["verdict"].replace("_", " ") for e in report["exercises"]}
        name = report["submission"]
        cells = [Text(verdicts.get(n, ""), "green" if verdicts.get(n) == "passed" else "") for n in chosen]
        table.add_row(Text(name if name.isprintable() else ascii(name)), f"{report['score']:g}/{report['max_score']:g}", *cells)
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    if len(reports) > 40:
        click.echo(f"... and {len(reports) - 40} more")
    ungraded = [r["submission"] for r in reports if any(e["verdict"] == "ungraded" for e in r["exercises"])]
    if ungraded:
        click.echo(f"Not graded, see their reports: {', '.join(map(ascii, ungraded))}")
    click.echo(f"Grades: {out / 'grades.csv'}\nTable:  {out / 'index.html'}\nReports: {out / 'reports'}")
    return UNGRADED if ungraded else DONE


@click.group("bank")
def bank_command() -> None:
    """Draw and verify banks: the cases that submissions are checked on."""


@bank_command.command("draw")
@click.argument("names", nargs=-1)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder for secret banks, one NAME.npz an exercise.")
@click.option("--seed", type=int, help="Draw from this number; a random one, if left out. Whoever knows it knows the cases.")
@click.option("--public", is_flag=True, help="For authors: draw the public banks, beside their exercises.")
@click.option("--without-keras", is_flag=True, help="Do not compare the answers with Keras.")
@click.pass_obj
def draw_command(root: Path | None, names: Sequence[str], out: Path | None, seed: int | None, public: bool, without_keras: bool) -> int:
    """Draw banks for exercises NAMES, or all."""
    from ..bank import BankError, load, save
    from ..draw import CannotDraw, draw_bank, versions
    from ..oracle import NoKeras, prove

    if public == (out is not None):
        raise Problem("Say where secret banks go with --out DIR, or ask for the public ones with --public.")
    number = PUBLIC_SEED if public else seed if seed is not None else secrets.randbits(64)
    drawn = {}
    for name, exercise in exercises_named(names, root).items():
        try:
            known = [] if public else [case.arguments for case in load(exercise.bank).cases]
            drawn[name] = (exercise, draw_bank(exercise, number, secret=not public, avoid=known, keras=not without_keras))
        except (CannotDraw, ValueError, BankError) as error:
            raise Problem(f"{name}: {error}.") from None
    try:
        proofs = [] if without_keras else prove(drawn)
    except NoKeras as error:
        raise Problem(f"{error}. To draw without it: --without-keras") from None
    wrong = [f"{proof.exercise}: {proof.differences[0]}" for proof in proofs if proof.differences]
    if wrong:
        raise Problem("No bank was written. " + "\n".join(wrong))
    for name, (exercise, bank) in drawn.items():
        place = out / f"{name}.npz" if out else exercise.bank
        save(bank, place, versions())
        click.echo(f"{place}: {len(bank.cases)} cases, {bank.identity[:16]}")
    return DONE


@bank_command.command("verify")
@click.argument("names", nargs=-1)
@click.option("--bank", "banks", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Verify the banks in this folder.")
@click.pass_obj
def verify_command(root: Path | None, names: Sequence[str], banks: Path | None) -> int:
    """Compare the answers in banks with the reference, a second technique and Keras, case by case."""
    from ..oracle import NoKeras, prove

    exercises = exercises_named(names, root)
    chosen = {n: (e, bank_at(banks / f"{n}.npz" if banks else e.bank, e)) for n, e in exercises.items()}
    try:
        proofs = prove(chosen)
    except (NoKeras, ValueError) as error:
        raise Problem(f"{error}.") from None
    for proof in proofs:
        click.echo(f"{proof.exercise:<26} {proof.cases:>4} cases  {'agree' if not proof.differences else proof.differences[0]}")
    return NOT_YET if any(proof.differences for proof in proofs) else DONE
