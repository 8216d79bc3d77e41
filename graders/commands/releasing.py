"""What instructors run to hand an assignment out: release."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from ..cli import DONE, Problem
from .choose import all_exercises

SYSTEMS = ("gradescope", "otter", "nbgrader", "github")  # each a module of its name in release/, with a function `write`


@click.command("release")
@click.argument("assignment", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder for the kits.")
@click.option("--for", "systems", multiple=True, type=click.Choice(SYSTEMS), help="Write what this system takes, too; may be repeated.")
@click.option("--without-keras", is_flag=True, help="Do not compare the answers in new banks with Keras.")
@click.pass_obj
def release_command(root: Path | None, assignment: Path, out: Path, systems: Sequence[str], without_keras: bool) -> int:
    """Make of ASSIGNMENT, a file such as assignment.toml, what students get and what it is graded with.

    Run it again after a change: what has not changed stays as it is, secret cases included.
    """
    from ..assignment import AssignmentError, read_assignment
    from ..exercise import AuthorError
    from ..oracle import NoKeras
    from ..plan import chosen, plan_at
    from ..questions import questions
    from ..release.instructor import write_instructor_kit
    from ..release.placing import new_beside, put
    from ..release.student import write_student_kit

    try:
        planned = read_assignment(assignment)
        exercises, asked = chosen(planned, all_exercises(root), questions(root))
        kit = out / "instructor"
        write_instructor_kit(assignment, planned, exercises, asked, kit, not without_keras, lambda name: click.echo(f"drawing cases: {name}"))
        plan = plan_at(kit)
        beside = new_beside(out / "student")
        write_student_kit(plan.assignment, plan.exercises, plan.questions, beside)
        beside.chmod(0o755)
        put(beside, out / "student")
        written = [line for name in dict.fromkeys(systems) for line in import_module(f"convgrade.release.{name}").write(kit, out / name, root)]
    except (AssignmentError, AuthorError) as problem:
        raise Problem(f"{str(problem).rstrip('.')}.") from None
    except NoKeras as problem:
        raise Problem(f"{problem}. To release without comparing: --without-keras") from None
    secret = "public and secret cases" if planned.secret_seed is not None else "public cases alone, since the assignment has no secret seed"
    click.echo(f"{out / 'student'}: hand it out. No answer and no seed is in it.")
    click.echo(f"{kit}: keep it. It grades with {secret}: convgrade grade SUBMISSIONS --assignment {kit} --out GRADES")
    for line in written:
        click.echo(line)
    return DONE
