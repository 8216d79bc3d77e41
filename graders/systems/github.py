"""Checks a repository in a workflow of GitHub: python -m convgrade.systems.github KIT FOLDER

It tells in four ways how that went: text in the log, a page of the run, the notices in which GitHub Classroom looks for points, and an
output `result` as the actions of its autograding have one.
"""

import base64
import json
import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape

from ..assignment import AssignmentError
from ..cli import DONE, NOT_YET, UNGRADED, USAGE
from ..exercise import Exercise
from ..feedback import feedback_of
from ..frameworks import ZygoteLost, Zygotes
from ..plan import Plan, plan_at, report_one
from ..prose import legible
from ..report import Report, validated
from ..terminal import text
from ..visible import for_students

STATUS = {"passed": "pass", "ungraded": "error"}
SIGNS = {"pass": "✓", "fail": "○", "error": "?"}


def main(arguments: list[str]) -> int:
    """Check a folder against a kit; the exit code makes the run green or not."""
    if len(arguments) != 2:
        print("To check a repository: python -m convgrade.systems.github KIT FOLDER")
        return USAGE
    kit, folder = map(Path, arguments)
    try:
        plan = plan_at(kit)
        with Zygotes.strongest() as zygotes:
            report = validated(report_one(plan, folder, os.environ.get("GITHUB_REPOSITORY") or folder.resolve().name, zygotes))
    except (AssignmentError, ZygoteLost) as problem:
        print(f"Not graded: {problem}")
        return USAGE
    told = for_students(report, plan.exercises)
    result = result_of(told, plan.exercises)
    print(quoted(log(told, plan.exercises)))
    for line in notices(result):
        print(line)
    append("GITHUB_OUTPUT", f"result={base64.b64encode(json.dumps(result).encode()).decode()}\n")
    append("GITHUB_STEP_SUMMARY", summary(told, plan, result))
    return {"pass": DONE, "fail": NOT_YET, "error": UNGRADED}[result["status"]]


def result_of(report: Report, exercises: Mapping[str, Exercise]) -> dict[str, Any]:
    """The result in the form that the reporter of Classroom's autograding takes; without points if something was not graded."""
    tests = [
        {"name": name, "status": status_of(entry), "score": entry["score"], "line_no": 0, "test_code": "", "message": words}
        for name, entry, words in told_of(report, exercises)
    ]
    states = {test["status"] for test in tests}
    status = next((one for one in ("error", "fail") if one in states), "pass")
    if status == "error":
        return {"version": 1, "status": status, "max_score": 0, "tests": [{**test, "score": 0} for test in tests]}
    return {"version": 1, "status": status, "max_score": report["max_score"], "tests": tests}


def status_of(entry: Report) -> str:
    return STATUS.get(entry["verdict"], "fail")


def told_of(report: Report, exercises: Mapping[str, Exercise]) -> list[tuple[str, Report, str]]:
    """Each exercise and question by name, its entry, and what there is to say of it."""
    on_exercises = [(e["exercise"], e, legible(text(feedback_of(e, exercises.get(e["exercise"]))))) for e in report["exercises"]]
    return [*on_exercises, *((e["question"], e, legible(e["message"])) for e in report["questions"])]


def log(report: Report, exercises: Mapping[str, Exercise]) -> str:
    """All that there is to say, as text."""
    if report["verdict"] == "refused":
        return legible(report["message"])
    on_exercises = [words for _, entry, words in told_of(report, exercises) if "exercise" in entry]
    return "\n\n".join([*on_exercises, *(legible(f"{one['question']}: {one['message']}") for one in report["questions"])])


def quoted(words: str) -> str:
    """A text in which the runner finds no commands: students' code has a say in it."""
    token = secrets.token_hex(16)
    return f"::stop-commands::{token}\n{words}\n::{token}::"


def notices(result: Mapping[str, Any]) -> list[str]:
    """The points as Classroom finds them, if there are any."""
    if not result["max_score"]:
        return []
    total, most = sum(test["score"] for test in result["tests"]), result["max_score"]
    held = json.dumps({"totalPoints": total, "maxPoints": most})
    return [f"::notice title=Autograding complete::Points {total:g}/{most:g}", f"::notice title=Autograding report::{held}"]


def summary(report: Report, plan: Plan, result: Mapping[str, Any]) -> str:
    """The page of the run: a table, then what there is to say of what is not yet right."""
    total = sum(test["score"] for test in result["tests"])
    points = (
        f"{total:g} of {result['max_score']:g} points on the public cases." if result["max_score"] else "Not all was graded, so there are no points."
    )
    lines = [f"# {escape(plan.assignment.title)}", "", points, "", "| | | points |", "|---|---|---|"]
    told = told_of(report, plan.exercises)
    for test, (name, entry, _) in zip(result["tests"], told, strict=True):
        mark = SIGNS[test["status"]]
        lines.append(f"| {mark} | `{name}` | {entry['score']:g} of {entry['max_score']:g} |" if result["max_score"] else f"| {mark} | `{name}` | |")
    if report["verdict"] == "refused":
        told = [("It cannot be read", report, legible(report["message"]))]
    for name, entry, words in told:
        if entry["verdict"] != "passed":
            lines += ["", f"<details><summary>{escape(name)}</summary>", "", f"<pre>{escape(words)}</pre>", "", "</details>"]
    return "\n".join(lines) + "\n"


def append(variable: str, words: str) -> None:
    """Add to the file that a variable of the runner names; nothing, outside a runner."""
    place = os.environ.get(variable)
    if place:
        with open(place, "a", encoding="utf-8") as file:
            file.write(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
