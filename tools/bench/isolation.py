"""What isolation adds to a replay in this very process, a call and a submission: both in turn, in one run."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cohort import CLASS, LOOPS, one_floor

from convgrade.bank import load
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade
from convgrade.limits import Limits
from convgrade.submission import read


@dataclass(frozen=True, slots=True)
class Added:
    """Seconds a submission of so many exercises and calls takes: of its own, replayed here, and graded in isolation."""

    exercises: int
    calls: int
    own: float
    replayed: float
    isolated: float

    @property
    def a_call(self) -> float:
        """Microseconds that isolation adds to a call, all that it adds to the submission shared out; negative if it saves time."""
        return 1e6 * (self.isolated - self.replayed) / self.calls


def added(exercises: Sequence[str], runs: int, authors: Sequence[str] = LOOPS) -> Added:
    """Medians over runs and authors."""
    banks = {name: [load(find()[name].bank)] for name in exercises}
    chosen = {name: find()[name] for name in exercises}
    own, replayed, isolated, calls = [], [], [], 0
    with Zygotes.strongest() as zygotes:
        submissions = {author: read(CLASS / f"{author}.py") for author in authors}
        for _ in range(runs):
            for author, submission in submissions.items():
                isolated.append(seconds(lambda submission=submission: grade(submission, chosen, banks, zygotes, Limits())))
                floor = one_floor(author, {name: banks[name][0] for name in exercises})
                own.append(floor.own)
                replayed.append(floor.replay)
                calls = floor.calls
    return Added(len(exercises), calls, *(statistics.median(times) for times in (own, replayed, isolated)))


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
