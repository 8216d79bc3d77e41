"""What commands have in common: which exercises are meant, and their banks."""

import difflib
from collections.abc import Iterable
from pathlib import Path

from ..bank import Bank, BankError, load
from ..cli import Problem
from ..exercise import QUESTION, Exercise, find


def all_exercises(root: Path | None) -> dict[str, Exercise]:
    """Every exercise there is.

    Raises:
        Problem: the folder given with --exercises holds none.
    """
    try:
        return find(root)
    except ValueError as error:
        raise Problem(f"{error}.") from None


def exercise_named(name: str, root: Path | None) -> Exercise:
    """The exercise that a user named.

    Raises:
        Problem: there is none; the message says which come near.
    """
    found = all_exercises(root)
    if QUESTION.fullmatch(name.lower()) and name not in found:
        raise Problem(f"{name} is no exercise. Questions are answered otherwise: convgrade ask {name}")
    if name not in found:
        near = difflib.get_close_matches(name, found, 3, 0.5)
        own = Path("exercises").is_dir() and root is None
        near_or_own = "Those in this folder are meant by: convgrade --exercises . ..." if own else "`convgrade list` shows all."
        hint = f"Did you mean {' or '.join(near)}?" if near else near_or_own
        raise Problem(f"There is no exercise {name!r}. {hint}")
    return found[name]


def exercises_named(names: Iterable[str], root: Path | None) -> dict[str, Exercise]:
    """The exercises that a user named, or all."""
    chosen = {name: exercise_named(name, root) for name in names}
    return chosen or all_exercises(root)


def require_references(exercises: Iterable[Exercise]) -> None:
    """Require that exercises have their reference here.

    Raises:
        Problem: one has none, as in a student's installation.
    """
    missing = [exercise.name for exercise in exercises if exercise.answers is None]
    if missing:
        which = f"{missing[0]} and {len(missing) - 1} more" if len(missing) > 1 else missing[0]
        raise Problem(f"The reference of {which} is not installed here, and this needs it. Students get a convgrade without references.")


def bank_at(path: Path, exercise: Exercise) -> Bank:
    """The bank in a file.

    Raises:
        Problem: it cannot be used.
    """
    try:
        bank = load(path)
    except BankError as error:
        raise Problem(f"{error}.") from None
    if bank.exercise != exercise.name:
        raise Problem(f"{path} is a bank of {bank.exercise}, not of {exercise.name}.")
    return bank
