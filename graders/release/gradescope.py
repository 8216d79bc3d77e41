"""An assignment for Gradescope: one zip that sets itself up in a container and grades there."""

import json
import sys
import zipfile
from pathlib import Path

from ..plan import Plan, plan_at
from ..systems.autograder import KIT, SECONDS
from ..systems.results import not_graded
from .constraints import constraints

TEMPLATES = Path(__file__).parents[1] / "templates" / "gradescope"
EXECUTABLE = ("setup.sh", "run_autograder")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same kit gives the same zip


def write(kit: Path, out: Path, root: Path | None = None) -> list[str]:
    """Write a zip for an instructor kit, called `out` with its ending; gives a line that says what to do with it.

    Raises:
        AssignmentError: the kit is none, or not whole.
    """
    plan = plan_at(kit)
    place = out.with_name(f"{out.name}.zip")
    beside = place.with_name(f".{place.name}.part")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        texts = {
            "README.md": readme(plan),
            "constraints.txt": constraints(),
            "python-version": "{}.{}\n".format(*sys.version_info),
            "ungraded.json": json.dumps(not_graded(plan.assignment.shown), indent=1) + "\n",
            **{file.name: file.read_text("utf-8") for file in TEMPLATES.iterdir()},
        }
        for name, text in sorted(texts.items()):
            add(archive, name, text.encode(), 0o755 if name in EXECUTABLE else 0o644)
        for file in sorted(kit.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                add(archive, (KIT.relative_to("source") / file.relative_to(kit)).as_posix(), file.read_bytes(), 0o600)
    beside.replace(place)
    return [f"{place}: upload it as the autograder of a programming assignment with {plan.assignment.max_score:g} points."]


def add(archive: zipfile.ZipFile, name: str, data: bytes, mode: int) -> None:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.external_attr = (0o100000 | mode) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def readme(plan: Plan) -> str:
    one, shown = plan.assignment, plan.assignment.shown
    secret = f"- that secret cases hold or not, in words that quote none: {shown.secret}\n" if one.secret_seed is not None else ""
    return f"""# {one.title}, for Gradescope

Keep this zip from students: it holds {"the secret cases" if secret else "what they are graded with"}.

1. Create a programming assignment with {one.max_score:g} autograder points.
2. Configure Autograder: upload the zip as it is. The base image Ubuntu 22.04 will do; the build fetches Python where the image's is older than
   3.11, and what convgrade needs at the versions of the release (constraints.txt). It fails, and says why, if it cannot.
3. Test Autograder with a submission of your own. What the page shows as the output of the autograder is for staff: how well students' code is
   kept apart there, and the whole report on the last line, which `convgrade preview` takes as a file.

Students hand in a script, a notebook, several files, or a zip. They see, from when on the assignment says:

- what public cases say of their work, with pictures: {shown.public}
{secret}- points: {shown.score}

**Not graded.** If the grader is killed, its time is up, or a package is missing, the results say so and hold no score. Gradescope then has no
number that could be taken for a grade; the files and earlier submissions stay as they are. Mend the cause, and run the autograder again
on these submissions (Manage Submissions, Regrade). If one exercise of several was not graded, none has points: the sum would be too low.

**Limits.** The defaults of Gradescope suffice: half a processor, 768 MB, ten minutes. The grader stops after {SECONDS} seconds; if you raise
the time in the assignment's settings, raise CONVGRADE_SECONDS in run_autograder, too, and keep it below. A student's function gets the memory
that the assignment allows, or less, where the container has less. Its time is processor time: a slow machine takes nothing away from it.

**Isolation.** If students' code cannot be kept from the grader's files, network and processes, nothing is graded, and the output for staff says so.
CONVGRADE_ISOLATION=auto in run_autograder grades all the same.

**Packages.** Students' code can import NumPy. Name others in packages.txt. Without TensorFlow a submission that needs it is not graded.
"""
