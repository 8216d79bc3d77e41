"""What `check` and `watch` have in common: which file is meant, one function in it judged, and the outcome in words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..bank import Bank
from ..cli import Problem
from ..exercise import Exercise
from ..feedback import feedback_of
from ..frameworks import Zygotes
from ..grading import Judgement
from ..limits import Limits
from ..report import Report, report_on
from ..single import judge_single
from ..submission import Submission, read
from ..terminal import text
from ..untrusted import Refused
from ..watching import files_defining
from .choose import bank_at


@cache
def public_bank(exercise: Exercise) -> Bank:
    """The bank that comes with an exercise, read once."""
    return bank_at(exercise.bank, exercise)


def submission_at(place: Path, called: Path | None = None) -> Submission:
    """What a student wrote; `called` is how the file is spoken of, if not by its path.

    Raises:
        Problem: there is no such file, or it cannot be read.
    """
    if not place.exists():
        raise Problem(f"There is no {called or place}.")
    try:
        return read(place)
    except Refused as why:
        raise Problem(f"{called or place} cannot be read: {why}.") from None


def judged(exercise: Exercise, submission: Submission, exercises: Mapping[str, Exercise], zygotes: Zygotes) -> Judgement:
    """One exercise, judged; if it is not right, together with the others that it calls: one of them may be to blame."""
    return judge_single(exercise, submission, exercises, public_bank, zygotes, Limits())


def reported(judgement: Judgement, submission: Submission, zygotes: Zygotes) -> Report:
    return report_on(submission, [judgement], zygotes.isolation.tier)


def in_words(report: Report, exercise: Exercise, width: int, colour: bool) -> str:
    """What a student reads of a report on one exercise."""
    return text(feedback_of(report["exercises"][0], exercise), width, colour)


def file_defining(name: str, folder: Path) -> Path:
    """NAME.py, or the only script or notebook in the folder that defines the function.

    Raises:
        Problem: there is none, or several.
    """
    found = files_defining(name, folder)
    if len(found) == 1:
        return found[0].relative_to(folder)
    if found:
        raise Problem(f"Several files here define {name}: {', '.join(f.name for f in found)}. Say which: convgrade check {name} FILE")
    raise Problem(f"No file here defines {name}. Run this in the folder with your file, or name it: convgrade check {name} FILE")
