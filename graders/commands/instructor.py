"""What instructors run: grade."""

import json
import os
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..cli import DONE, UNGRADED, Problem
from ..exercise import Exercise
from .against import planned, unplanned
from .choose import exercises_named

if TYPE_CHECKING:
    from ..coursework import Course
    from ..pool import Grading
    from ..questions import Question
    from ..rows import Row


@click.command("grade")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder for grades.csv, reports and pages.")
@click.option("--jobs", type=click.IntRange(1), default=len(os.sched_getaffinity(0)), help="Processes to use; one a core if left out.")
@click.option("--scheduler", metavar="ADDRESS", help="Grade on the Dask cluster of this scheduler (tcp://host:8786) instead of here.")
@click.option("--assignment", "kit", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Grade against this instructor kit.")
@click.option("--exercise", "names", multiple=True, help="Grade this exercise; may be repeated. All that were found, if left out.")
@click.option("--bank", "banks", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder of secret banks (NAME.npz).")
@click.option("--cpu", type=click.IntRange(1), default=5, show_default=True, help="Seconds of processor time an exercise may take.")
@click.option("--framework-cpu", type=click.IntRange(1), default=30, show_default=True, help="The same for TensorFlow and its like.")
@click.option("--patience", type=click.IntRange(1), default=10, show_default=True, help="How many times as long by the clock.")
@click.option("--memory", type=click.IntRange(192), default=1024, show_default=True, help="MiB of memory an exercise may use.")
@click.option("--output", type=click.IntRange(1), default=1, show_default=True, help="MiB it may print.")
@click.option("--ban", "banned", multiple=True, metavar="NAME", help="Forbid a module or call (scipy, np.convolve); may be repeated.")
@click.option(
    "--isolation", "mode", type=click.Choice(["auto", "require", "off"]), default="auto", show_default=True, help="How students' code is kept apart."
)
@click.option("--i-trust-these-submissions", "trusted", is_flag=True, help="Needed for --isolation off.")
@click.option("--pages/--no-pages", default=True, show_default=True, help="Whether to write HTML beside the reports and grades.csv.")
@click.pass_obj
def grade_command(
    root: Path | None,
    paths: Sequence[Path],
    out: Path,
    jobs: int,
    scheduler: str | None,
    kit: Path | None,
    names: Sequence[str],
    banks: Path | None,
    cpu: int,
    framework_cpu: int,
    patience: int,
    memory: int,
    output: int,
    banned: Sequence[str],
    mode: str,
    trusted: bool,
    pages: bool,
) -> int:
    """Grade submissions: each child of a folder in PATHS is one, and so is a file or zip given directly.

    Run it again to go on: what is graded is not graded again unless something it depends on has changed.
    """
    from ..classroom import submissions_in
    from ..limits import MEBI, Limits
    from ..pool import Mismatch
    from ..processes import pool_for
    from ..store import Locked, locked

    asked: list[Question] | None
    if kit:
        course, asked = planned(kit, mode, trusted)
    else:
        exercises = exercises_named(names, root)
        limits = Limits(cpu_seconds=cpu, framework_cpu_seconds=framework_cpu, patience=patience, memory=memory * MEBI, output=output * MEBI)
        course, asked = unplanned(exercises, banks, limits, tuple(banned), mode, trusted), [] if names else None
    submissions = submissions_in(paths, out)
    if not submissions:
        raise Problem("There is nothing to grade in there.")
    pool: Grading | None = None
    try:
        if scheduler:
            pool, course = joined(scheduler, course, mode)
        else:
            pool = pool_for(course, min(jobs, len(submissions)))
        with locked(out):
            return graded_into(out, pool, course, submissions, asked, root, jobs, pages)
    except Locked as problem:
        raise Problem(f"{problem}. Wait for it, or choose another folder.") from None
    except Mismatch as problem:
        raise Problem(f"{str(problem).rstrip('.')}. All machines must have the same installed, and be as safe as is asked for.") from None
    except ConnectionError as problem:
        raise Problem(f"The cluster is lost: {problem}. What was graded is kept; run it again to go on.") from None
    finally:
        if pool:
            pool.close()


def graded_into(
    out: Path,
    pool: "Grading",
    course: "Course",
    submissions: Mapping[str, Path],
    asked: "list[Question] | None",
    root: Path | None,
    jobs: int,
    pages: bool,
) -> int:
    """Grade submissions against a course, and write all that comes of it; if nobody says what is `asked`, what somebody did is graded."""
    from ..classroom import found_names, grade_class
    from ..outputs import grades_csv
    from ..store import safe_names, write

    exercises = course.exercises
    chosen = list(exercises)
    if asked is None:
        found = found_names(pool, course, submissions)
        chosen, asked = [name for name in exercises if name in found], questions_named(found.difference(exercises), root)
        if not chosen and not asked:
            raise Problem("No submission defines a function of any exercise, or answers a question. `convgrade list` shows their names.")
    columns = {"exercise": chosen, "question": [question.id for question in asked]}
    told = "; ".join(f"{counted(len(some), what)}: {', '.join(some)}" for what, some in columns.items() if some)
    click.echo(f"{counted(len(submissions), 'submission')}, {told}")
    absent = [name for name in exercises if name not in chosen]
    if absent:
        click.echo(f"Not graded, since nobody defines it: {', '.join(absent)} (--exercise NAME grades it all the same)")
    rows, fresh = {}, 0
    for name, row, new in with_progress(grade_class(pool, course, submissions, chosen, out, asked), len(submissions), "Grading"):
        rows[name] = row
        fresh += new
    files = safe_names(submissions)
    ordered = [rows[name] for name in submissions]
    write(out / "grades.csv", grades_csv(ordered, [*chosen, *columns["question"]]))
    write(out / "names.json", json.dumps({file: name for name, file in files.items() if file != name}, indent=1) + "\n")
    if pages:
        write_all_pages(pool, jobs, out, files, {name: exercises[name] for name in chosen})
    if fresh < len(submissions):
        click.echo(f"{len(submissions) - fresh} were graded before and have not changed.")
    return summary(ordered, [*chosen, *columns["question"]], out, pages)


def joined(scheduler: str, course: "Course", mode: str) -> "tuple[Grading, Course]":
    """The cluster in place of a pool, and the course with the isolation that all of its machines reach.

    Raises:
        Problem: there is no cluster, or one of its machines would grade otherwise or less safely than is asked for.
    """
    try:
        from ..cluster import Cluster, weakest
    except ModuleNotFoundError as missing:
        raise Problem(f"--scheduler needs {missing.name}, which is not installed here: pip install 'convgrade[cluster]'") from None
    try:
        cluster = Cluster(scheduler, course, mode)
    except (OSError, TimeoutError, ValueError) as problem:
        raise Problem(f"No cluster answers at {scheduler}: {problem}") from None
    held = weakest(cluster.isolations)
    click.echo(f"Cluster: {counted(len(cluster.isolations), 'worker')}; the least isolated is {held.sentence()}")
    return cluster, replace(course, isolation=held)


def questions_named(names: Collection[str], root: Path | None) -> "list[Question]":
    """Those of the names that are names of questions: a submission may use others for something else."""
    if not names:
        return []
    from ..questions import questions

    return [question for name, question in questions(root).items() if name in names]


def write_all_pages(pool: "Grading", jobs: int, out: Path, files: Mapping[str, str], exercises: Mapping[str, Exercise]) -> None:
    """Write the pages of submissions, by the processes that graded them or, where a cluster did, by some here, and the page of the class."""
    from ..pool import Pool
    from ..publishing import write_class, write_submissions, writers

    here = pool if isinstance(pool, Pool) else writers(jobs)
    try:
        for _ in with_progress(write_submissions(here, out, files, exercises), len(files), "Writing pages"):
            pass
    finally:
        here.close()
    write_class(out, files, exercises)


def counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def with_progress(results: Any, total: int, what: str) -> Any:
    """The results as they come, each a tuple that begins with a name, with a bar on a terminal and a line at the end elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from ..overview import printable

    console = Console(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("", total=total)
        for one in results:
            bar.update(task, advance=1, description=printable(one[0]))
            yield one


def summary(rows: "Sequence[Row]", chosen: Sequence[str], out: Path, pages: bool) -> int:
    """Print how the class fared, and where everything is."""
    from rich.console import Console

    from ..overview import MOST_SUBMISSIONS, overview, printable

    Console(width=None if sys.stdout.isatty() else 120).print(overview(rows, chosen))
    if len(rows) > MOST_SUBMISSIONS:
        click.echo(f"All {len(rows)} submissions are in the files below.")
    refused = [printable(row.submission) for row in rows if row.verdict == "refused"]
    if refused:
        click.echo(f"Could not be read: {', '.join(refused)}")
    ungraded = [(row, cell) for row in rows for cell in row.cells if cell.verdict == "ungraded"]
    for row, cell in ungraded:
        click.echo(f"Not graded: {printable(row.submission)}, {cell.exercise}. {cell.message}")
    click.echo(f"Grades:   {out / 'grades.csv'}\nReports:  {out / 'reports'}")
    if pages:
        click.echo(f"Class:    {out / 'index.html'}\nFeedback: {out / 'feedback'}, a page for each student and nothing of anybody else")
    return UNGRADED if ungraded else DONE
