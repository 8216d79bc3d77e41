"""An assignment as a repository to make a template of: what students start from, and a workflow that checks what they push."""

import shutil
import sys
from pathlib import Path

from ..plan import plan_at
from .constraints import constraints
from .placing import new_beside
from .public import write_public_kit
from .student import write_student_kit

WORKFLOW = Path(__file__).parents[1] / "templates" / "github" / "classroom.yml"
OURS = ".convgrade"  # a hidden folder is no part of a submission
ON_GITHUB = """
## On GitHub

Each push is checked: under *Actions*, the page of a run shows the smallest input on which a function is wrong. The points that it shows are for
practice. They come of the public cases, which are in `.convgrade`; everything in this repository is yours, the workflow included.

## For instructors

Make this folder a repository, mark it as a template, and hand it out, with GitHub Classroom or without. The workflow uses two actions, each pinned
to a commit, and no secret. Its points appear as the notices that Classroom reads, and as the output `result`, which the action
autograding-grading-reporter takes. No secret case and no secret seed is in here, and none may be added: students can read it all, and change it.
For grades, collect the repositories in a folder, and grade them with the instructor kit, where secret cases are:

    convgrade grade REPOSITORIES --assignment instructor --out grades
"""


def write(kit: Path, out: Path, root: Path | None = None) -> list[str]:
    """Write a folder for an instructor kit; gives a line that says what to do with it.

    What an instructor has put there besides stays: the folder may be a repository already.

    Raises:
        AssignmentError: the kit is none, or not whole.
    """
    plan = plan_at(kit)
    beside = new_beside(out)
    beside.chmod(0o755)
    write_student_kit(plan.assignment, plan.exercises, plan.questions, beside)
    write_public_kit(kit, plan, beside / OURS / "kit")
    (beside / OURS / "constraints.txt").write_text(constraints(), "utf-8")
    (beside / OURS / "python-version").write_text("{}.{}\n".format(*sys.version_info), "utf-8")
    workflow = beside / ".github" / "workflows" / WORKFLOW.name
    workflow.parent.mkdir(parents=True)
    shutil.copyfile(WORKFLOW, workflow)
    with (beside / "README.md").open("a", encoding="utf-8") as file:
        file.write(ON_GITHUB)
    for old in out.glob("convgrade-*.whl"):
        old.unlink()
    shutil.rmtree(out / OURS, ignore_errors=True)
    shutil.copytree(beside, out, dirs_exist_ok=True)
    shutil.rmtree(beside)
    return [f"{out}: make a template repository of it. It holds the public cases and no secret ones, so its points are for practice."]
