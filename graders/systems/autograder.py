"""Grades the submission in a container of Gradescope: python -m convgrade.systems.autograder /autograder

What it prints is for staff alone. If it does not come to its end, the results that were there before it stand; see `release/gradescope.py`.
"""

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..assignment import AssignmentError
from ..frameworks import ZygoteLost, Zygotes
from ..plan import Plan, plan_at, report_one
from ..report import Report, validated
from ..store import write
from .container import fitted
from .results import results_of

KIT = Path("source", "instructor")
SECONDS = 540  # Gradescope's own limit is ten minutes unless the settings of the assignment say more
LONGEST_METADATA = 1 << 24


class NotHere(Exception):
    """Nothing can be graded here; the message says why, for staff."""


def main(arguments: list[str]) -> int:
    """Grade what lies at a root such as /autograder; `--prove` only proves that it could."""
    root = Path(arguments[-1] if arguments else "/autograder")
    try:
        if "--prove" in arguments:
            return proven(root)
        return graded(root, int(os.environ.get("CONVGRADE_SECONDS", SECONDS)), os.environ.get("CONVGRADE_ISOLATION", "require"))
    except (NotHere, AssignmentError, ZygoteLost) as problem:
        print(f"Not graded: {problem}", flush=True)
    except Exception as problem:  # the results that say so are there already
        print(f"Not graded: the grader itself failed ({type(problem).__name__}: {problem})", flush=True)
    return 1


def proven(root: Path) -> int:
    plan = plan_at(root / KIT)
    with Zygotes.strongest() as zygotes:
        print(f"{plan.assignment.title}: the kit is whole. Isolation here is {zygotes.isolation.sentence()}")
    return 0


def graded(root: Path, seconds: int, isolation: str) -> int:
    """Write the results of the submission.

    Raises:
        NotHere, AssignmentError, ZygoteLost: it cannot be graded here.
    """
    start = time.monotonic()
    plan = plan_at(root / KIT)
    limits = fitted(plan.assignment.limits, seconds, len(plan.exercises))
    plan = replace(plan, assignment=replace(plan.assignment, limits=limits))
    metadata = metadata_in(root / "submission_metadata.json")
    with Zygotes.strongest() as zygotes:
        print(f"Isolation: {zygotes.isolation.sentence()}")
        if isolation == "require" and zygotes.isolation.tier != "strict":
            raise NotHere("students' code could do what is named above. To grade all the same, set CONVGRADE_ISOLATION=auto in run_autograder.")
        report = validated(report_one(plan, handed_in(root / "submission"), name_in(metadata), zygotes))
    results = results_of(report, plan.assignment, plan.exercises, time.monotonic() - start)
    write(root / "results" / "results.json", json.dumps(results, indent=1) + "\n")
    tell_staff(report, plan, metadata)
    return 0


def handed_in(folder: Path) -> Path:
    """What to grade of the folder with the submission: all of it, or the one archive in it."""
    files = [one for one in folder.iterdir() if not one.name.startswith((".", "__"))]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == ".zip" else folder


def metadata_in(file: Path) -> dict[str, Any]:
    """What Gradescope says of the submission; nothing, if it says nothing that can be read."""
    try:
        with file.open("rb") as opened:
            held = json.loads(opened.read(LONGEST_METADATA))
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def name_in(metadata: dict[str, Any]) -> str:
    """Whose submission it is, for staff."""
    users = metadata.get("users")
    names = [one["name"] for one in users if isinstance(one, dict) and isinstance(one.get("name"), str)] if isinstance(users, list) else []
    return ", ".join(names) or "submission"


def tell_staff(report: Report, plan: Plan, metadata: dict[str, Any]) -> None:
    """Print what the report says, and all of it in a line that `convgrade preview` takes."""
    assignment = metadata.get("assignment")
    total = str(assignment.get("total_points", "")) if isinstance(assignment, dict) else ""
    for one in (*report["exercises"], *report["questions"]):
        name = one.get("exercise") or one["question"]
        print(f"{name}: {one['verdict']}, {one['score']:g} of {one['max_score']:g}. {ascii(one['message'])[1:-1]}")
    if total and total not in (str(plan.assignment.max_score), f"{plan.assignment.max_score:g}"):
        print(f"The assignment is worth {plan.assignment.max_score:g} here, and {ascii(total)[1:-1]} on Gradescope, manual grading included.")
    print(json.dumps(report))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
