"""A report as Gradescope's results.json: a line for what public cases show, for whether secret ones hold, and for points.

Outputs are plain text. Gradescope puts that into a <pre> as it is, and every mark in our pictures is a sign; its HTML goes through a sanitiser
whose list is not published, and a table without its cells would be worse than none.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ..assignment import Assignment, Shown
from ..exercise import Exercise
from ..prose import legible
from ..report import Report
from .parts import ANSWER, POINTS, PUBLIC, SECRET, Line, Part, parts_of, said, with_points

TAGS = {PUBLIC: "public", SECRET: "secret", ANSWER: "question", POINTS: "points"}
NOT_GRADED = (
    "This submission could not be graded, and it has no score. That is no fault of yours, or cannot be told from one: your files are kept, "
    "and earlier submissions keep their grades. Tell your instructor, who can have it graded again."
)
WITHHELD = "Your points are with your instructor."
Results = dict[str, Any]


def results_of(report: Report, assignment: Assignment, exercises: Mapping[str, Exercise], seconds: float) -> Results:
    """The results of a submission. Where something was not graded there is no score at all: a sum without it would be a wrong one."""
    shown, refused, parts = assignment.shown, report["verdict"] == "refused", list(parts_of(report, exercises))
    ungraded = [part.verdict == "ungraded" for part in parts]
    if all(ungraded):
        return not_graded(shown)
    groups = []
    for part in parts:
        told = [] if refused else [line for line in said(part, shown) if part.public.passed or line.about != SECRET]
        lines = told if any(ungraded) else with_points(told, part, shown)
        groups.append([as_test(line, part, assignment) for line in lines])
    if shown.score == "hidden":  # what is hidden for ever does not keep Gradescope from showing the sum
        groups.append([check("Points", True, WITHHELD, "after_published", "points")])
    tests = [{**test, "number": f"{i}.{j}"} for i, group in enumerate(groups, 1) for j, test in enumerate(group, 1)]
    return validated(framed(tests, first_words(report, not any(ungraded)), shown.score, seconds))


def as_test(line: Line, part: Part, assignment: Assignment) -> Results:
    """A line of a part. Public cases are called so only beside secret ones."""
    alone = line.about == ANSWER or (line.about == PUBLIC and assignment.secret_seed is None)
    output = part.public.sentence if line.about == ANSWER else line.text
    made = check(part.name if alone else f"{part.name}: {line.about}", line.passed, output, line.visibility, TAGS[line.about])
    return {**made, "score": float(part.score), "max_score": float(part.max_score)} if line.has_points else made


def check(name: str, passed: bool, output: str, visibility: str, tag: str) -> Results:
    """A line of the results without points."""
    status = "passed" if passed else "failed"
    return {"name": legible(name), "status": status, "output": legible(output), "visibility": visibility, "tags": [tag]}


def first_words(report: Report, graded: bool) -> str:
    """What there is to say of the submission as a whole, nothing of which comes of a secret case."""
    if report["verdict"] == "refused":
        return str(report["message"])
    left_out = str(report["message"]).partition("; left out: ")[2]
    parts = [f"Left out: {left_out}." if left_out else "", "" if graded else NOT_GRADED]
    return "\n\n".join(part for part in parts if part)


def not_graded(shown: Shown) -> Results:
    """The results of a submission of which nothing is known, written before it is looked at."""
    one = {**check("Not graded", False, NOT_GRADED, "visible", "ungraded"), "number": "1"}
    return validated(framed([one], NOT_GRADED, shown.score, 0.0))


def framed(tests: Sequence[Results], output: str, visibility: str, seconds: float) -> Results:
    return {
        "output": legible(output),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "execution_time": round(seconds, 3),
        "visibility": visibility,
        "stdout_visibility": "hidden",
        "tests": list(tests),
    }


@cache
def _validator() -> Any:
    import fastjsonschema

    return fastjsonschema.compile(json.loads((Path(__file__).parents[1] / "results.schema.json").read_text("utf-8")))


def validated(results: Results) -> Results:
    """The results themselves, once their form is proven right.

    Raises:
        ValueError: they are not what the schema says, which is a mistake of ours.
    """
    _validator()(results)
    return results
