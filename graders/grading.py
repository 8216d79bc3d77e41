"""One submission, graded: an attempt or two at each function that it has, and what depends on what."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from .attempt import RANK, Attempt, Task, attempt
from .bank import Bank
from .exercise import Exercise, checks_of, signature_of
from .frameworks import ZygoteLost, Zygotes, missing, needed
from .limits import Limits
from .repeating import repeat
from .scanning import Contents, rehearsal
from .submission import Submission
from .zygote import Zygote

if TYPE_CHECKING:
    from .questions import Outcome, Question

ENDED_BY_ITSELF = ("timeout", "memory", "output", "crashed")


@dataclass(slots=True)
class Judgement:
    """The outcome for one exercise of one submission."""

    exercise: Exercise
    attempt: Attempt
    banks: Sequence[Bank]
    seconds: float
    uses: list[str] = field(default_factory=list)
    blocked_by: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return self.attempt.verdict == "passed"


def grade(
    submission: Submission,
    exercises: Mapping[str, Exercise],
    banks: Mapping[str, Sequence[Bank]],
    zygotes: Zygotes,
    limits: Limits,
    known: Sequence[str] = (),
    banned: tuple[str, ...] = (),
) -> list[Judgement]:
    """Judge every exercise of a submission; `known` are further functions that these may call, `banned` what none may use."""
    others = {name: "passed" for name in known if name not in exercises}
    return grade_with_answers(submission, exercises, banks, zygotes, limits, others, banned, ()).judgements


@dataclass(frozen=True, slots=True)
class Graded:
    """What came of a submission: of its exercises, of what was asked, and which functions each one, graded now or before, has to wait for."""

    judgements: list[Judgement]
    outcomes: dict[str, "Outcome"]
    blocked_by: dict[str, list[str]]


def grade_with_answers(
    submission: Submission,
    exercises: Mapping[str, Exercise],
    banks: Mapping[str, Sequence[Bank]],
    zygotes: Zygotes,
    limits: Limits,
    before: Mapping[str, str],
    banned: tuple[str, ...],
    asked: Sequence["Question"],
) -> Graded:
    """The same, and what came of the questions that are asked; `before` are the verdicts on those that need not be judged again."""
    names = list(dict.fromkeys([*exercises, *before]))
    tasks = {n: Task(e, signature_of(e), checks_of(e), banks[n], submission, limits, banned) for n, e in exercises.items() if n not in before}
    contents, passed = rehearsal(submission, names, tasks, zygotes, limits, [question.id for question in asked])
    judgements = []
    for name, task in tasks.items():
        start = time.perf_counter()
        made, earlier = passed[name] if name in passed else (with_another_zygote(task, contents, zygotes), 0.0)
        seconds = earlier + time.perf_counter() - start
        judgements.append(Judgement(task.exercise, made, task.banks, seconds, contents.uses.get(name, [])))
    judged = {one.exercise.name: one.attempt.verdict for one in judgements}
    verdicts = {name: before[name] if name in before else judged[name] for name in names}
    blocked = {name: blockers(name, contents.uses.get(name, []), verdicts) for name in verdicts}
    for one in judgements:
        one.blocked_by = blocked[one.exercise.name]
    return Graded(judgements, {question.id: outcome(question, contents) for question in asked}, blocked)


def blockers(name: str, uses: Sequence[str], verdicts: Mapping[str, str]) -> list[str]:
    """The functions that are to be mended before this one, which uses them."""
    if verdicts[name] in ("passed", "missing", "unfinished", "ungraded"):
        return []
    return [other for other, verdict in verdicts.items() if other in uses and verdict not in ("passed", "ungraded")]


def outcome(question: "Question", contents: Contents) -> "Outcome":
    """What came of one question."""
    from .questions import Outcome, judged  # not loaded unless something is asked

    if contents.broken and question.id not in contents.answers:
        return Outcome("error", f"Part of the text is no Python, so there is no answer yet. {contents.broken}")
    return judged(question, contents.answers.get(question.id))


def with_another_zygote(task: Task, contents: Contents, zygotes: Zygotes) -> Attempt:
    """Judge one exercise; if the zygote is lost on the way, once more with a new one."""
    packages = needed(contents.modules.get(task.exercise.name, []))
    framework = packages[0] if packages else ""
    for _ in range(2):
        try:
            return judge(task, contents, packages, zygotes)
        except ZygoteLost as lost:
            problem = str(lost)
            zygotes.replace(framework)
    try:
        with zygotes.get(framework).worker(task.limits):
            return Attempt("crashed", "It ended the process that it was started from, twice.")
    except ZygoteLost:
        zygotes.replace(framework)
        return Attempt("ungraded", f"It could not be run here: {problem}.")


def judge(task: Task, contents: Contents, packages: list[str], zygotes: Zygotes) -> Attempt:
    """Attempt the function's slice and, if that does not pass, the whole submission; the better verdict counts."""
    name = task.exercise.name
    if name not in contents.modules:
        if contents.broken:
            return Attempt("error", f"Part of the text is no Python, so there is no function `{name}` yet. {contents.broken}")
        near = get_close_matches(name.lower(), {other.lower(): other for other in contents.others}, 1, 0.7)
        hint = next((f" There is `{other}`: is it that one, misnamed?" for other in contents.others if near and other.lower() == near[0]), "")
        return Attempt("missing", f"There is no function `{name}`.{hint}")
    absent = missing(packages)
    if absent:
        return Attempt("ungraded", f"It needs {' and '.join(absent)}, which is not installed here.")
    zygote = zygotes.get(packages[0] if packages else "")
    made = patiently(task, zygote, everything=False)
    if made.verdict == "passed" or made.whole or made.verdict == "forbidden" or (made.verdict in ENDED_BY_ITSELF and made.failure):
        return made
    other = patiently(task, zygote, everything=True)
    return other if other.verdict == "forbidden" else min(made, other, key=lambda a: RANK.index(a.verdict))


def patiently(task: Task, zygote: Zygote, everything: bool) -> Attempt:
    """An attempt, made again if it ended by the clock, as a busy machine can make right code do; then some calls repeated."""
    made = attempt(task, zygote, everything)
    if made.by_the_clock:
        made = attempt(task, zygote, everything)
    repeat(task, zygote, everything, made)
    return made
