"""A report as students of another system see it: what public cases say, what secret ones say besides, and points, each from its own time on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..assignment import Shown
from ..exercise import Exercise
from ..feedback import Feedback, feedback_of
from ..prose import legible
from ..report import Report, blocked
from ..terminal import text
from ..visible import entry_for_students, shown_in_public

PUBLIC, SECRET, ANSWER, POINTS = "public cases", "secret cases", "your answer", "points"  # what a line is about
SECRET_TOO = "It holds on these, too."
PUBLIC_FIRST = "It does not hold on the public cases yet; the secret ones are like them."
ONLY_SOME_CASES = ("not_yet", "error", "bad_return", "timeout", "memory", "output", "crashed")  # verdicts that one call can bring about


@dataclass(frozen=True, slots=True)
class Part:
    """One exercise or question of a report.

    Attributes:
        told: what `public` is about: `PUBLIC` cases of an exercise, the `ANSWER` to a question.
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


@dataclass(frozen=True, slots=True)
class Line:
    """What is seen of a part as a whole or not at all, from one time on."""

    about: str
    passed: bool
    text: str
    visibility: str
    has_points: bool = False


def parts_of(report: Report, exercises: Mapping[str, Exercise]) -> Iterator[Part]:
    """The exercises and questions of a report, in its order."""
    has_secret = any(bank["visibility"] == "secret" for bank in report["banks"])
    fine_in_public = {one["exercise"] for one in report["exercises"] if holds_in_public(one)}
    for entry in report["exercises"]:
        exercise = exercises.get(entry["exercise"])
        shown, secret = split(entry, exercise, fine_in_public) if has_secret else (entry, "")
        yield Part(entry["exercise"], entry["verdict"], entry["score"], entry["max_score"], PUBLIC, feedback_of(shown, exercise), secret)
    for one in report["questions"]:
        heading = {"passed": "passed", "ungraded": "could not be checked"}.get(one["verdict"], "not yet")
        public = Feedback(one["question"], one["verdict"], heading, one["message"])
        yield Part(one["question"], one["verdict"], one["score"], one["max_score"], ANSWER, public)


def split(entry: Report, exercise: Exercise | None, fine_in_public: Collection[str]) -> tuple[Report, str]:
    """What the public cases alone say of an entry, and what the secret ones add; only these say that one `fine_in_public` is to be mended first."""
    shown = entry_for_students(entry, exercise)
    if entry["verdict"] == "passed":
        return shown, SECRET_TOO
    if holds_in_public(entry):
        return entry_for_students({**entry, "verdict": "passed", "blocked_by": [], "misconception": None}, exercise), shown["message"]
    in_public = blocked(shown, [one for one in entry["blocked_by"] if one not in fine_in_public])
    return in_public, PUBLIC_FIRST if entry["verdict"] in ONLY_SOME_CASES else ""


def holds_in_public(entry: Report) -> bool:
    """Whether an entry is not right, and yet all that was tried on public cases holds."""
    public = [one["passed"] for one in entry["properties"] if one["visibility"] == "public"]
    return bool(public) and all(public) and entry["verdict"] in ONLY_SOME_CASES and not shown_in_public(entry)


def said(part: Part, shown: Shown) -> list[Line]:
    """What there is to say of a part besides its points."""
    public = Line(part.told, part.public.passed, legible(text(part.public)), shown.public)
    return [public, Line(SECRET, part.verdict == "passed", legible(part.secret), shown.secret)] if part.secret else [public]


def with_points(lines: Sequence[Line], part: Part, shown: Shown) -> list[Line]:
    """The same, and the points: in the line that there is, if it is the only one and seen at once with them, else in one of their own."""
    if len(lines) == 1 and shown.public == shown.score:
        return [replace(lines[0], has_points=True)]
    return [*lines, Line(POINTS, part.score == part.max_score, "", shown.score, True)]
