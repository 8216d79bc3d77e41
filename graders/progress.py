"""How far a student has come, the same for every command: what passed, and which hints were shown."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from .exercise import Exercise
from .state import read_state, remember

PROGRESS, HINTS = "progress", "hints"
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


def note(name: str, verdict: str) -> None:
    """Remember what came of a check."""
    if verdict not in SAYS_NOTHING:
        remember(PROGRESS, name, "passed" if verdict == "passed" else "not_yet")


def first_open(names: Sequence[str], passed: Container[str], after: str = "") -> str | None:
    """The first exercise that is not passed, those behind `after` before the others."""
    start = names.index(after) + 1 if after else 0
    return next((name for name in [*names[start:], *names[:start]] if name not in passed), None)


def next_hint(exercise: Exercise, again: bool = False) -> Hint:
    """The hint that comes next: the last one stays, unless they are wanted `again` from the first."""
    hints = exercise.hints()
    shown = 0 if again else read_state(HINTS).get(exercise.name, 0)
    number = min(shown if type(shown) is int else 0, len(hints) - 1)
    remember(HINTS, exercise.name, number + 1)
    return Hint(exercise.name, number + 1, len(hints), tuple(" ".join(part.split()) for part in hints[number].split("\n\n")))
