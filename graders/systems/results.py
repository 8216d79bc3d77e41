"""A report as Gradescope's results.json: what public cases show, that secret cases hold or not, and points, each from when students may see it.

Outputs are plain text. Gradescope puts that into a <pre> as it is, and every mark in our pictures is a sign; its HTML goes through a sanitiser
whose list is not published, and a table without its cells would be worse than none.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ..assignment import Assignment, Shown
from ..exercise import Exercise
from ..feedback import feedback_of
from ..prose import legible
from ..report import Report, blocked, holds
from ..terminal import text
from ..visible import for_students, shown_in_public

ONLY_SOME_CASES = ("not_yet", "error", "bad_return", "timeout", "memory", "output", "crashed")  # verdicts that one call can bring about
NOT_GRADED = (
    "This submission could not be graded, and it has no score. That is no fault of yours, or cannot be told from one: your files are kept, "
    "and earlier submissions keep their grades. Tell your instructor, who can have it graded again."
)
WITHHELD = "Your points are with your instructor."
Results = dict[str, Any]


def results_of(report: Report, assignment: Assignment, exercises: Mapping[str, Exercise], seconds: float) -> Results:
    """The results of a submission. Where something was not graded there is no score at all: a sum without it would be a wrong one."""
    shown, refused, told = assignment.shown, report["verdict"] == "refused", for_students(report, exercises)
    entries = [*report["exercises"], *report["questions"]]
    if all(one["verdict"] == "ungraded" for one in entries):
        return not_graded(shown)
    graded = not any(one["verdict"] == "ungraded" for one in entries)
    in_secret = {one["exercise"] for one in report["exercises"] if holds_in_public(one)}
    groups = []
    for entry, seen in zip(report["exercises"], told["exercises"], strict=True):
        public = blocked(seen, [one for one in seen["blocked_by"] if one not in in_secret])
        says = [] if refused else list(on_exercise(entry, public, exercises.get(entry["exercise"]), assignment))
        groups.append(with_points(says, entry["exercise"], entry, shown, graded))
    for entry in report["questions"]:
        says = [] if refused else [check(entry["question"], entry["verdict"] == "passed", entry["message"], shown.public, "question")]
        groups.append(with_points(says, entry["question"], entry, shown, graded))
    if shown.score == "hidden":  # what is hidden for ever does not keep Gradescope from showing the sum
        groups.append([check("Points", True, WITHHELD, "after_published", "points")])
    tests = [{**test, "number": f"{i}.{j}"} for i, group in enumerate(groups, 1) for j, test in enumerate(group, 1)]
    return validated(framed(tests, first_words(report, graded), shown.score, seconds))


def on_exercise(entry: Report, seen: Report, exercise: Exercise | None, assignment: Assignment) -> Iterator[Results]:
    """What the public cases say and, where they hold, what the secret ones do, in words that quote none."""
    name, passed, shown = entry["exercise"], entry["verdict"] == "passed", assignment.shown
    only_secret = holds_in_public(entry)
    title = f"{name}: public cases" if assignment.secret_seed is not None else name
    yield check(title, passed or only_secret, text(feedback_of(as_in_public(entry) if only_secret else seen, exercise)), shown.public, "public")
    if only_secret or (passed and assignment.secret_seed is not None):
        yield check(f"{name}: secret cases", passed, seen["message"] if only_secret else "It holds on these, too.", shown.secret, "secret")


def holds_in_public(entry: Report) -> bool:
    """Whether all that was tried on public cases holds."""
    public = [one for one in entry["properties"] if one["visibility"] == "public"]
    return bool(public) and all(one["passed"] for one in public) and entry["verdict"] in ONLY_SOME_CASES and not shown_in_public(entry)


def as_in_public(entry: Report) -> Report:
    """The entry as it would be if there were public cases only, all of which hold."""
    public = [one for one in entry["properties"] if one["visibility"] == "public"]
    text = holds(sum(one["cases"] for one in public), len(public))
    return {**entry, "verdict": "passed", "message": text, "blocked_by": [], "properties": public, "counterexample": None, "misconception": None}


def with_points(says: list[Results], name: str, entry: Report, shown: Shown, graded: bool) -> list[Results]:
    """What there is to say of an exercise or question, and its points: in one line where there is one, and both are shown at once."""
    if not graded:
        return says
    points = {"score": float(entry["score"]), "max_score": float(entry["max_score"])}
    if len(says) == 1 and shown.public == shown.score:
        return [{**says[0], **points}]
    return [*says, {**check(f"{name}: points", entry["score"] == entry["max_score"], "", shown.score, "points"), **points}]


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
