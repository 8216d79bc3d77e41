"""A report as students of another system see it: what public cases say, and what secret cases say besides, each from its own time on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..assignment import Shown
from ..exercise import Exercise
from ..feedback import Feedback, feedback_of
from ..prose import legible
from ..report import Report, holds
from ..terminal import text
from ..visible import CONSTANT, entry_for_students

SECRET_TOO = "It holds on the secret cases, too."
PUBLIC_FIRST = "It does not hold on the public cases yet; the secret ones are like them."


@dataclass(frozen=True, slots=True)
class Part:
    """One exercise or question of a report.

    Attributes:
        told: what `public` is about: "public cases" of an exercise, "your answer" to a question.
        public: what is told of it on public cases.
        secret: what secret cases say besides, in words that quote none of them; "" if there are none.
    """

    name: str
    verdict: str
    score: float
    max_score: float
    told: str
    public: Feedback
    secret: str = ""


def parts_of(report: Report, exercises: Mapping[str, Exercise]) -> Iterator[Part]:
    """The exercises and questions of a report, in its order."""
    has_secret = any(bank["visibility"] == "secret" for bank in report["banks"])
    for entry in report["exercises"]:
        exercise = exercises.get(entry["exercise"])
        shown, secret = split(entry, exercise) if has_secret else (entry, "")
        yield Part(entry["exercise"], entry["verdict"], entry["score"], entry["max_score"], "public cases", feedback_of(shown, exercise), secret)
    for one in report["questions"]:
        heading = {"passed": "passed", "ungraded": "could not be checked"}.get(one["verdict"], "not yet")
        public = Feedback(one["question"], one["verdict"], heading, one["message"])
        yield Part(one["question"], one["verdict"], one["score"], one["max_score"], "your answer", public)


def split(entry: Report, exercise: Exercise | None) -> tuple[Report, str]:
    """What the public cases alone say of an entry, and what the secret ones add."""
    shown = entry_for_students(entry, exercise)
    public = [one for one in entry["properties"] if one["visibility"] == "public"]
    if entry["verdict"] == "passed":
        return shown, SECRET_TOO
    if entry["verdict"] in (*CONSTANT, "forbidden"):
        return shown, ""
    if shown["counterexample"] or not public or not all(one["passed"] for one in public):
        return shown, PUBLIC_FIRST
    told = holds(sum(one["cases"] for one in public), len(public))
    shown_as = {"verdict": "passed", "message": told, "properties": public, "misconception": None, "counterexample": None, "blocked_by": []}
    return {**shown, **shown_as}, shown["message"]


def entries(parts: Sequence[Part], shown: Shown) -> list[dict[str, Any]]:
    """The tests of results.json: of each part its points, and what public and secret cases say, each seen from its own time on.

    An entry is seen as a whole or not at all, so there are several of a part unless students see its points and feedback at once.
    """
    made: list[dict[str, Any]] = []
    for part in parts:
        told: dict[str, Any] = {"output": legible(text(part.public)), "visibility": shown.public}
        points: dict[str, Any] = {"name": part.name, "score": part.score, "max_score": part.max_score, "visibility": shown.score}
        if part.verdict == "ungraded":  # no points are made up
            made.append({"name": part.name, "status": "failed", "output": told["output"], "visibility": "visible"})
            continue
        if shown.public == shown.score and not part.secret:
            made.append({**points, **told})
            continue
        made.append({"name": f"{part.name}: {part.told}", "status": "passed" if part.public.passed else "failed", **told})
        if part.secret:
            passed = "passed" if part.verdict == "passed" else "failed"
            made.append({"name": f"{part.name}: secret cases", "status": passed, "output": legible(part.secret), "visibility": shown.secret})
        made.append({**points, "output": ""})
    return made
