"""What a wrong function answered, as one digest: functions that share it are wrong alike on every case."""

import hashlib
from collections.abc import Sequence

from .attempt import Attempt
from .grading import Judgement
from .inside import wire
from .reply import Reply

TOLD = ("not_yet", "error", "bad_return")  # every case was tried, and would give the same again
FEWEST_VALUES = 3


def patterns_of(judgements: Sequence[Judgement]) -> dict[str, str]:
    """The pattern of each exercise that has one."""
    found = {one.exercise.name: pattern_of(one.attempt) for one in judgements}
    return {name: pattern for name, pattern in found.items() if pattern}


def pattern_of(made: Attempt) -> str:
    """A digest of everything that is wrong; "" if nothing is, or too little to tell one slip from another.

    An error counts by its class, not by its text: that names files and lines.
    """
    wrong = [
        (number, i, reply)
        for number, trial in enumerate(made.trials)
        for i, (reply, is_wrong) in enumerate(zip(trial.replies, trial.wrong, strict=True))
        if is_wrong
    ]
    values = {outcome(reply) for _, _, reply in wrong if reply.status == "returned"}
    if made.verdict not in TOLD or len(values) < FEWEST_VALUES:
        return ""
    broken = [(number, failure.name, failure.reply) for number, trial in enumerate(made.trials) for failure in trial.failures]
    digest = hashlib.sha256()
    for number, place, reply in [*wrong, *broken]:
        answer = outcome(reply)
        digest.update(f"{number} {place} {len(answer)} ".encode() + answer)
    return digest.hexdigest()


def outcome(reply: Reply) -> bytes:
    return wire.pack(reply.value) if reply.status == "returned" else f"{reply.status} {reply.error}".encode("utf-8", "backslashreplace")
