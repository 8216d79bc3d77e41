"""Feedback handed out: a folder for each submission, or a zip that Moodle hands out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..cli import DONE, Problem
from ..exercise import Exercise
from .collect import listed

if TYPE_CHECKING:
    from ..systems.grades import Given, Grade
    from ..systems.roster import Student
    from ..systems.sheet import Sheet


def feedback(grades: Path, made: "Sequence[Grade]", known: "Mapping[str, Student]", sheet: "Sheet | None", given: "Given | None", out: Path) -> int:
    """Write the zip of feedback for Moodle."""
    from ..systems.gradebook import people
    from ..systems.moodle import feedback_zip

    in_sheet = {student.key: student for student in people(sheet).values()} if sheet else {}
    theirs = {grade.submission: in_sheet[key] for key, grade in given.grades.items()} if given else {}
    files, left = [], []
    for grade in made:
        student = theirs.get(grade.submission) or known.get(grade.submission)
        page = grades / "feedback" / f"{grade.file}.html"
        if not student or "moodle" not in student.ids:
            left.append(f"{grade.submission}: it is not known which participant of Moodle's that is; --gradebook WORKSHEET may tell")
        elif not page.is_file():
            left.append(f"{grade.submission}: there is no {page.name} in {page.parent}; `convgrade grade` writes it")
        else:
            files.append((student.name, student.ids["moodle"], page.read_bytes()))
    if not files:
        raise Problem("There is nothing to give back: " + (left[0] if left else "nothing was graded") + ".")
    write_new(out, feedback_zip(files))
    listed("Left out", left)
    click.echo(f"{len(files)} pages: {out}")
    return DONE


def folders(grades: Path, made: "Sequence[Grade]", out: Path, exercises: Mapping[str, Exercise]) -> int:
    """Write a folder of feedback for each submission."""
    from ..markdown import submission_markdown
    from ..systems.collecting import folder_names
    from ..systems.grades import report_of

    left = []
    names = folder_names([grade.submission for grade in made])
    for grade in made:
        report, page, place = report_of(grades, grade), grades / "feedback" / f"{grade.file}.html", out / names[grade.submission]
        if report:
            write_new(place / "feedback.md", submission_markdown(report, exercises).encode("utf-8", "backslashreplace"))
        if page.is_file():
            write_new(place / "feedback.html", page.read_bytes())
        if not report or not page.is_file():
            left.append(f"{grade.submission}: there is no {'page' if report else 'report'} of it in {grades}; `convgrade grade` writes it")
    listed("Left out", left)
    click.echo(f"Feedback on {len(made)} submissions: {out}")
    return DONE


def write_new(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("xb") as file:
        file.write(data)
