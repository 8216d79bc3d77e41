"""What instructors run after they graded: give-back."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..cli import DONE, Problem
from ..exercise import Exercise
from .choose import all_exercises
from .collect import listed
from .handing_out import feedback, folders, write_new

if TYPE_CHECKING:
    from ..systems.gradebook import Filled
    from ..systems.grades import Given, Grade
    from ..systems.roster import Student
    from ..systems.sheet import Sheet

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("give-back")
@click.argument("grades", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", "system", required=True, type=click.Choice(["canvas", "moodle", "moodle-feedback", "folders", "table"]), help="What to write.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file to write, or the folder for folders; nothing is overwritten.")
@click.option("--gradebook", type=FILE, help="What Canvas exported as gradebook, or Moodle as grading worksheet (CSV). It is only read.")
@click.option("--column", metavar="TITLE", help="The assignment in Canvas' gradebook: its title, with or without the number, or the number.")
@click.option("--new-column", metavar="TITLE", help="Add a column instead: Canvas makes a new assignment of it.")
@click.option("--assignment", type=click.Path(exists=True, path_type=Path), help="assignment.toml, or a kit with it: its title is the column.")
@click.option("--scale", "scaled", is_flag=True, help="Write grades out of as many points as the system gives.")
@click.option("--missing-as-zero", "zeros", is_flag=True, help="A zero for everyone who handed in nothing and has no grade.")
@click.option("--comments/--no-comments", default=True, show_default=True, help="Whether to write comments into Moodle's worksheet.")
@click.option("--collected", type=FILE, help="collected.csv; the one beside GRADES, if left out.")
@click.pass_obj
def give_back_command(
    root: Path | None,
    grades: Path,
    system: str,
    out: Path,
    gradebook: Path | None,
    column: str | None,
    new_column: str | None,
    assignment: Path | None,
    scaled: bool,
    zeros: bool,
    comments: bool,
    collected: Path | None,
) -> int:
    """Write the grades and feedback in GRADES, which `convgrade grade` wrote, for the system that submissions came from.

    \b
    canvas           the gradebook with grades: Canvas, Grades, Import
    moodle           the grading worksheet with grades and comments: Upload grading worksheet
    moodle-feedback  a zip with a page for each student: Upload multiple feedback files in a zip
    folders          a folder for each submission with its feedback as HTML and as Markdown
    table            a plain CSV file with names, ids and scores, for any other system

    Whose a submission is, is known from collected.csv, which `convgrade collect` wrote; or its name is a student's id, login, email or name.
    Gradescope takes grades only from what runs there.
    """
    from ..systems.grades import plain_table, read_grades
    from ..systems.sheet import SheetError, to_bytes

    if out.exists():
        raise Problem(f"{out} is there already, and nothing is overwritten. Choose another name.")
    if system in ("canvas", "moodle") and not gradebook:
        raise Problem(f"Give what {system.capitalize()} exported: --gradebook FILE. Grades are filled in there, in a copy.")
    if not (grades / "grades.csv").exists():
        raise Problem(f"{grades} holds no grades.csv: it is no folder that `convgrade grade` wrote.")
    try:
        made = read_grades(grades)
        known, lost = whom(grades, collected)
        if system == "folders":
            return folders(grades, made, out, exercises_of(assignment, root))
        if system == "table":
            write_new(out, plain_table(made, known).encode())
            click.echo(f"{len(made)} grades: {out}")
            return DONE
        sheet, given = in_gradebook(gradebook, made, known)
        if system == "moodle-feedback":
            return feedback(grades, made, known, sheet, given, out)
        assert sheet
        assert given
        unsure = lost + sum(not is_known(known.get(grade.submission)) for grade, _ in given.nobodys)
        if zeros and unsure:
            click.echo(f"No zeros were given: it is not known whose {unsure} of the files and submissions are (a line each in collected.csv).")
            click.echo("Take their lines out if they are nobody's for sure.")
            zeros = False
        if system == "canvas":
            filled = canvas(sheet, given, title_of(column, new_column, assignment), bool(new_column), scaled, zeros, made)
        else:
            filled = moodle(sheet, given, grades, exercises_of(assignment, root), comments, scaled, zeros)
        write_new(out, to_bytes(filled.sheet))
    except SheetError as problem:
        raise Problem(f"{problem}.") from None
    tell(filled, given, made, scaled)
    click.echo(f"Import this: {out}")
    return DONE


def whom(grades: Path, collected: Path | None) -> "tuple[Mapping[str, Student], int]":
    """The students of submissions, as they were collected, and how many files were nobody's; of none, if they were not collected."""
    from ..systems.collected import TABLE, read_table

    place = collected or next((beside / TABLE for beside in (grades, grades.resolve().parent) if (beside / TABLE).exists()), None)
    if not place:
        return {}, 0
    click.echo(f"Whose each submission is: {place}")
    return read_table(place)


def exercises_of(assignment: Path | None, root: Path | None) -> Mapping[str, Exercise]:
    """Those of an instructor kit, if one is given: they are what was graded."""
    from ..assignment import AssignmentError
    from ..plan import RECORD, plan_at

    try:
        return plan_at(assignment).exercises if assignment and (assignment / RECORD).is_file() else all_exercises(root)
    except AssignmentError as problem:
        raise Problem(f"{str(problem).rstrip('.')}.") from None


def is_known(student: "Student | None") -> bool:
    """Whether a system itself has told who a student is: if they are not in its gradebook, they are nobody who is."""
    from ..systems.roster import OWN_IDS

    return student is not None and not OWN_IDS.isdisjoint(student.ids)


def in_gradebook(gradebook: Path | None, made: "Sequence[Grade]", known: "Mapping[str, Student]") -> "tuple[Sheet | None, Given | None]":
    from ..systems.gradebook import people
    from ..systems.grades import whose
    from ..systems.roster import roster_of
    from ..systems.sheet import read_sheet

    if not gradebook:
        return None, None
    sheet = read_sheet(gradebook)
    return sheet, whose(made, known, roster_of(people(sheet).values()))


def title_of(column: str | None, new_column: str | None, assignment: Path | None) -> str:
    """The title of the column that is meant; "" if nothing says it."""
    from ..assignment import FILE, AssignmentError, read_assignment

    if column and new_column:
        raise Problem("Give either --column or --new-column.")
    if column or new_column or not assignment:
        return column or new_column or ""
    try:
        return read_assignment(assignment / FILE if assignment.is_dir() else assignment).title
    except AssignmentError as problem:
        raise Problem(f"{problem}.") from None


def canvas(sheet: "Sheet", given: "Given", title: str, is_new: bool, scaled: bool, zeros: bool, made: "Sequence[Grade]") -> "Filled":
    from ..systems.canvas import column_named, fill_canvas, with_column
    from ..systems.canvas import listed as titles

    if not title:
        raise Problem(f"Say which assignment of the gradebook it is: --column TITLE, or --new-column TITLE. There are: {titles(sheet)}.")
    if is_new:
        sheet, column = with_column(sheet, title, max((grade.max_score for grade in made), default=0.0))
    else:
        column = column_named(sheet, title)
    return fill_canvas(sheet, given, column, scaled, zeros)


def moodle(sheet: "Sheet", given: "Given", grades: Path, exercises: Mapping[str, Exercise], comments: bool, scaled: bool, zeros: bool) -> "Filled":
    from ..systems.grades import report_of
    from ..systems.moodle import comment_on, fill_worksheet
    from ..visible import for_students

    def comment(grade: "Grade") -> str:
        report = report_of(grades, grade)
        return comment_on(for_students(report, exercises)) if report else ""

    return fill_worksheet(sheet, given, comment if comments else None, scaled, zeros)


def tell(filled: "Filled", given: "Given", made: "Sequence[Grade]", scaled: bool) -> None:
    """Print what was filled in, and all that was not."""
    from ..overview import printable

    click.echo(f"{len(filled.written)} of {len(made)} grades filled in.")
    if filled.unlike is not None and not scaled:
        most = max(grade.max_score for grade in made)
        click.echo(f"The system gives {filled.unlike:g} points, the assignment {most:g}; grades were written as they are. --scale fits them.")
    listed("Another grade than before", [printable(one) for one in filled.changed])
    listed("A zero for nothing", [printable(one) for one in filled.zeros])
    listed("Left as it was", [printable(one) for one in filled.left])
    listed("Nobody's in this gradebook", [printable(f"{grade.submission}: {who.why}") for grade, who in given.nobodys])
