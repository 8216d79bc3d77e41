"""One submission of a class, and the course that it is graded against: what of that is in it, and the report on it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .bank import Bank
from .exercise import QUESTION, Exercise
from .frameworks import ZygoteLost, Zygotes
from .grading import grade_with_answers
from .isolation import Isolation
from .kit import UNANSWERED
from .limits import Limits
from .pattern import patterns_of
from .report import EQUAL, Report, blocked, our_fault, question_entry, refusal, together
from .report import entry as entry_on
from .scanning import scan
from .scoring import Worth
from .submission import Submission, read
from .untrusted import Refused

if TYPE_CHECKING:
    from .questions import Question

MOST_QUESTIONS = 500  # names looked for in one submission


@dataclass(frozen=True, slots=True)
class Course:
    """What a class is graded against."""

    exercises: Mapping[str, Exercise]
    banks: Mapping[str, Sequence[Bank]]
    limits: Limits
    isolation: Isolation
    banned: tuple[str, ...] = ()
    worth: Worth = EQUAL


def names_in(course: Course, name: str, path: Path, wanted: Sequence[str], answered: Sequence[str], zygotes: Zygotes) -> list[str]:
    """Which of the functions `wanted` a submission defines, and which questions it answers besides those that others have `answered`.

    It is looked at more closely only if its text has such names.
    """
    try:
        submission = read(path, name)
        words = {word for file in submission.files for _, text in file.cells for word in re.findall(r"\w+", text)}
        there = [one for one in wanted if one in words]
        asked = sorted(questions_in(submission) - set(answered))[:MOST_QUESTIONS] if any(map(QUESTION.fullmatch, words)) else []
        if not there and not asked:
            return []
        held = scan(submission, there, zygotes, course.limits, asked)
        return [*held.modules, *(one for one, value in held.answers.items() if value is not None and type(value) is not dict)]
    except Refused:
        return []
    except ZygoteLost:
        zygotes.replace("")
        return []


def questions_in(submission: Submission) -> set[str]:
    """The names of questions in a text, but for comments and the lines that `start` wrote."""
    texts = [UNANSWERED.sub("", text) for file in submission.files for _, text in file.cells]
    return {name for text in texts for name in re.findall(rf"\b{QUESTION.pattern}\b", text)}


def graded(
    course: Course, name: str, path: Path, chosen: Sequence[str], asked: Sequence["Question"], before: Sequence[Report], zygotes: Zygotes
) -> Report:
    """The report on the submission at `path`, whatever it is; beside it, under "patterns", what tells mistakes that are alike.

    `before` are entries of an earlier report that still hold: what they are about is not judged again.
    """
    kept = {entry["exercise"]: entry for entry in before}
    exercises = {n: course.exercises[n] for n in chosen}
    try:
        submission = read(path, name)
        verdicts = {n: entry["verdict"] for n, entry in kept.items()}
        found = grade_with_answers(submission, exercises, course.banks, zygotes, course.limits, verdicts, course.banned, asked)
    except Refused as why:
        return refusal(name, str(why), chosen, [question.id for question in asked], course.worth)
    except ZygoteLost as lost:
        return our_fault(name, str(lost), chosen, [question.id for question in asked], course.worth)
    entries = {n: blocked(entry, found.blocked_by[n]) for n, entry in kept.items()}
    entries |= {one.exercise.name: entry_on(one, submission, course.worth.of(one.exercise.name)) for one in found.judgements}
    questions = [question_entry(n, one.verdict, one.message, course.worth.of_question(n)) for n, one in found.outcomes.items()]
    banks = (bank for n in chosen for bank in course.banks[n])
    report = together(submission, [entries[n] for n in chosen], questions, banks, course.isolation.tier)
    return {**report, "patterns": patterns_of(found.judgements)}
