"""The banks of a release: those that ship, those of an earlier release where nothing has changed since, new ones for the rest."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..assignment import SHIPPED_SEED, Assignment, AssignmentError
from ..bank import Bank, BankError, load
from ..draw import CannotDraw, draw_bank
from ..exercise import Exercise, digest
from ..oracle import prove, require_keras

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Banks:
    """The cases of one exercise that students get, and those that they do not get if there are such."""

    public: Bank
    secret: Bank | None


def banks_for(assignment: Assignment, exercises: Mapping[str, Exercise], kept: Mapping[str, Banks], keras: bool, told: Told) -> dict[str, Banks]:
    """The banks of an assignment's exercises; `kept` are those of an earlier release that still hold. `told` hears whose are drawn next.

    Raises:
        AssignmentError: an exercise has no bank that can be used, or its answers are not those of Keras.
        NoKeras: new answers are to be compared with Keras, and it is not installed.
    """
    if keras and exercises.keys() - kept.keys():
        require_keras()
    found = dict(kept)
    drawn: dict[str, dict[str, tuple[Exercise, Bank]]] = {"public": {}, "secret": {}}
    for name, exercise in exercises.items():
        if name not in found:
            told(name)
            found[name] = new_banks(assignment, exercise, keras)
            fresh = [found[name].public if assignment.public_seed != SHIPPED_SEED else None, found[name].secret]
            for bank in filter(None, fresh):
                drawn[bank.visibility][name] = (exercise, bank)
    for some in drawn.values():
        for proof in prove(some) if keras and some else []:
            if proof.differences:
                raise AssignmentError(f"{proof.exercise}: its answers are not those of Keras. {proof.differences[0]}")
    return {name: found[name] for name in exercises}


def new_banks(assignment: Assignment, exercise: Exercise, keras: bool) -> Banks:
    try:
        public = shipped_bank(exercise) if assignment.public_seed == SHIPPED_SEED else draw_bank(exercise, assignment.public_seed, keras=keras)
        if assignment.secret_seed is None:
            return Banks(public, None)
        avoid = [case.arguments for case in public.cases]
        return Banks(public, draw_bank(exercise, assignment.secret_seed, secret=True, avoid=avoid, keras=keras))
    except (CannotDraw, BankError, ValueError) as problem:
        raise AssignmentError(f"{exercise.name}: {problem}") from None


def shipped_bank(exercise: Exercise) -> Bank:
    bank = load(exercise.bank)
    if bank.transcript.checks != digest(exercise):
        raise BankError(f"its public bank was drawn for other checks; draw it again with: convgrade bank draw {exercise.name} --public")
    return bank


def source_of(exercise: Exercise) -> str:
    """A digest of all that the banks of an exercise depend on, but for seeds: its checks and stub, its answers, its shipped bank."""
    files = [exercise.answers, exercise.bank]
    held = b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files if file and file.is_file())
    return hashlib.sha256(digest(exercise).encode() + held).hexdigest()


def kept_banks(public: Path, secret: Path | None) -> Banks | None:
    """The banks of an earlier release, if they are there."""
    with suppress(BankError):
        return Banks(load(public), load(secret) if secret else None)
    return None
