"""How far a student has come, the same for every command: what passed, and which hints were shown."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from .exercise import Exercise
from .hints import failing_in, hints_for
from .state import read_state, remember

PROGRESS, HINTS, FAILING = "progress", "hints", "failing"
SAYS_NOTHING = ("unfinished", "missing", "ungraded", "")  # an exercise that passed before stays passed


@dataclass(frozen=True, slots=True)
class Hint:
    """One of the hints for an exercise, as its paragraphs."""

    exercise: str
    number: int
    of: int
    paragraphs: tuple[str, ...]

    @property
    def is_last(self) -> bool:
        return self.number == self.of

    def text(self, width: int) -> str:
        from .terminal import filled

        return "\n\n".join([f"Hint {self.number} of {self.of} for {self.exercise}", *(filled(part, width) for part in self.paragraphs)])


def reached() -> dict[str, str]:
    """What is known of exercises by their names: "passed", or "not_yet" of one that was tried."""
    return read_state(PROGRESS)


def note(entry: dict[str, Any]) -> None:
    """Remember what came of a check, an entry of a report: whether it passed, and what does not hold."""
    if entry["verdict"] not in SAYS_NOTHING:
        remember(PROGRESS, entry["exercise"], "passed" if entry["verdict"] == "passed" else "not_yet")
        remember(FAILING, entry["exercise"], failing_in(entry))


def first_open(names: Sequence[str], passed: Container[str], after: str = "") -> str | None:
    """The first exercise that is not passed, those behind `after` before the others."""
    start = names.index(after) + 1 if after else 0
    return next((name for name in [*names[start:], *names[:start]] if name not in passed), None)


def next_hint(exercise: Exercise, again: bool = False) -> Hint:
    """The hint that comes next: the last one stays, unless they are wanted `again` from the first."""
    failing = read_state(FAILING).get(exercise.name, [])
    hints = hints_for(exercise, failing)
    about = " ".join([exercise.name, *failing[:1]])  # what helped on one mistake is no help on the next
    shown = 0 if again else read_state(HINTS).get(about, 0)
    number = min(shown if type(shown) is int else 0, len(hints) - 1)
    remember(HINTS, about, number + 1)
    return Hint(exercise.name, number + 1, len(hints), tuple(hints[number].split("\n\n")))
