"""What a reader of a page is told: the text of an editor judged as `convgrade check` judges a file, and an answer to a question."""

from collections.abc import Callable
from functools import cache
from typing import Any, cast

import numpy as np

from ..attempt import quoted
from ..bank import Bank, load
from ..exercise import Exercise, find
from ..feedback import Feedback, feedback_of
from ..frameworks import Zygotes
from ..html import fragment, paragraph
from ..inside.steady import steady
from ..limits import Limits
from ..prose import blocks
from ..questions import judged, questions
from ..reply import from_list
from ..report import Report, entry
from ..scoring import Points
from ..single import judge_single
from ..submission import File, Submission
from ..terminal import text as as_text
from ..worker import Gone
from .here import Here

FILE, LABEL = "page.py", "your code"
LIMITS = Limits(cpu_seconds=3)  # a page waits for an answer; right code takes a hundredth of it
TO_RUN = Limits(cpu_seconds=1)
ENDED = ("timeout", "output", "memory", "crashed")
MOST_PRINTED = 4000


def get_ready() -> None:
    """Load what the first check would wait for."""
    steady(np)
    known_exercises()


def check(name: str, text: str, alarm: Callable[[float], object], tell: Callable[[int], object]) -> Report:
    """Judge the text of an editor for an exercise.

    Args:
        name: the exercise's.
        text: all that is in the editor.
        alarm, tell: how an endless loop is interrupted (see `Here`).

    Returns:
        `entry`, the part of a report about the exercise; `heading`, `summary`, `text` and `html` say the same to readers. `printed` is what
        the text prints when all of it is run, `stopped` says where that broke off.
    """
    exercise = known_exercises()[name]
    submission = Submission("page", (File(FILE, ((LABEL, text),)),), "")
    here = Here(alarm, tell)
    judgement = judge_single(exercise, submission, known_exercises(), bank_of, cast(Zygotes, here), LIMITS)
    held = entry(judgement, submission, Points())
    feedback = feedback_of(held, exercise)
    printed, stopped = ("", "") if held["verdict"] in ENDED else run(name, submission, here)
    return {
        "entry": held,
        "passed": feedback.passed,
        "heading": feedback.heading,
        "summary": feedback.sentence,
        "html": str(fragment(feedback)),
        "hints": bool(feedback.hints),
        "text": as_text(feedback),
        "printed": printed,
        "stopped": "" if stopped in feedback.sentence else "".join(map(paragraph, blocks(stopped))),
    }


def run(name: str, submission: Submission, here: Here) -> tuple[str, str]:
    """What all of a text prints, and what stopped one of its statements."""
    with here.worker(TO_RUN) as worker:
        try:
            note = worker.ask({"do": "load", "files": submission.to_wire(), "name": name, "everything": True})
            failures = [one for one in from_list(note.get("failures")) if not one.is_unfinished]
            stopped = quoted(failures[0], submission) if failures else ""
        except Gone as gone:
            line = submission.line(*gone.place)
            stopped = f"{gone.message}\n\nIt was in {LABEL}, line {gone.place[1]}:\n    {line}" if line else gone.message
        return worker.printed(0, MOST_PRINTED), stopped


def answer(name: str, text: str) -> Report:
    """What to say to an answer to a question: its verdict and a sentence, as text and as HTML."""
    outcome = judged(known_questions()[name], text)
    heading = "passed" if outcome.verdict == "passed" else "not yet"
    said = Feedback(name, outcome.verdict, heading, outcome.message)
    return {"verdict": outcome.verdict, "passed": said.passed, "heading": heading, "summary": outcome.message, "html": str(fragment(said))}


@cache
def known_exercises() -> dict[str, Exercise]:
    return find()


@cache
def known_questions() -> dict[str, Any]:
    return dict(questions())


@cache
def bank_of(exercise: Exercise) -> Bank:
    return load(exercise.bank)
