"""Drawing a bank: Hypothesis draws the cases, the reference answers them, the misconceptions answer too.

Every stratum of an exercise is forced, not left to chance, and so is every kind of contents.
"""

import random
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import version
from typing import Any

import hypothesis
import numpy as np
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable

from .bank import Bank, Case
from .compare import is_whole
from .diagnosis import FEWEST_CASES
from .exercise import Answers, Checks, Exercise, answers_of, checks_of, signature_of
from .function import Function, in_process
from .inside import wire
from .misconception import Misconception
from .property import Property, Strategy
from .show import call_line
from .strategy import CONTENTS, strategy_of
from .transcript import Refuted, conversation, outcome_of, transcript_of

POOL, RAMPS, RARE = 200, 800, 40  # many ramps: the smallest of them are the counterexamples
BATCH = 8  # from the tenth example on Hypothesis tries variations of earlier ones: cases that are alike, at twice the cost
SMALLEST_RAMPS = 2
OTHERS = 2
MOST_CALLS = 120

Arguments = tuple[Any, ...]
Belongs = Callable[..., bool]


class CannotDraw(Exception):
    """The exercise's strategy or checks do not allow a bank; the message says what is missing."""


def draw_bank(exercise: Exercise, number: int, secret: bool = False, avoid: Iterable[Arguments] = (), keras: bool = True) -> Bank:
    """Draw the cases of an exercise from the seed `number`.

    The bank says that Keras agrees unless `keras` is false: whoever keeps it must have compared it (`oracle.prove`).
    A secret bank holds no case of `avoid` (those of the public bank) as long as there are others.

    Raises:
        CannotDraw: a stratum or property finds no case, or the cases need too many calls.
    """
    checks, answers = checks_of(exercise), answers_of(exercise)
    avoided = {wire.pack(arguments) for arguments in avoid}
    pools = {c: _pool(checks.arguments, c, number + i, secret) for i, c in enumerate(CONTENTS)}
    for name, belongs in checks.strata.items():
        for contents in CONTENTS:  # what chance left out is drawn on its own
            if not any(belongs(*a) for pool in pools.values() for a in pool):
                pools[contents] += _pool(checks.arguments, contents, number, secret, belongs)
        if not any(belongs(*a) for pool in pools.values() for a in pool):
            raise CannotDraw(f"the strategy never draws the stratum {name!r}")
    for others in range(OTHERS, -1, -1):  # fewer, if replaying them took too many calls
        bank = _bank(exercise, checks, answers, _choose(checks, pools, avoided, random.Random(number), others), number, secret, keras)
        asked = checks, in_process(answers.reference), signature_of(exercise).gives_array
        try:
            calls = len(conversation(bank, *asked))
        except Refuted as why:
            call = call_line(exercise.name, why.mismatch.arguments)
            raise CannotDraw(f"{why.name} does not hold for the reference: {call}. {why.mismatch.sentence}") from None
        if calls <= MOST_CALLS:
            return replace(bank, packed_mistakes=_mistakes(exercise, bank), transcript=transcript_of(exercise, bank, *asked))
    raise CannotDraw(f"the bank of {exercise.name} needs {calls} calls; {MOST_CALLS} are allowed. Give it fewer strata, or its laws fewer `times`")


def _bank(exercise: Exercise, checks: Checks, answers: Answers, chosen: list[Arguments], number: int, secret: bool, keras: bool) -> Bank:
    """The bank of chosen cases, answered rightly."""
    cases = tuple(Case(a, answers.reference(*a), checks.tolerance(*a)) for a in chosen)
    properties = {p.name: _cases_of(p, checks, chosen, number, secret) for p in checks.properties}
    oracles = ("reference", answers.keras_name) if keras else ("reference",)
    return Bank(exercise.name, "secret" if secret else "public", oracles, cases, properties, b"")


def versions() -> dict[str, str]:
    """What drew a bank: recorded, and deciding nothing."""
    return {"python": sys.version.split()[0], "numpy": np.__version__, "hypothesis": hypothesis.__version__, "convgrade": version("convgrade")}


def _pool(arguments: Strategy, contents: str, number: int, secret: bool, belongs: Belongs | None = None) -> list[Arguments]:
    """Different cases with one kind of contents, as Hypothesis draws them from a seed; those of a stratum alone if it is given."""
    found: dict[bytes, Arguments] = {}
    cases = strategy_of(arguments, contents, secret)

    @settings(max_examples=BATCH, phases=(Phase.generate,), database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases.filter(lambda drawn: belongs(*drawn)) if belongs else cases)
    def collect(drawn: Arguments) -> None:
        found.setdefault(wire.pack(drawn), drawn)

    wanted = RARE if belongs else RAMPS if contents == "ramp" else POOL
    for turn in range(wanted // BATCH):
        with suppress(Unsatisfiable):
            seed(number * RAMPS + turn)(collect)()
    return list(found.values())


def _choose(checks: Checks, pools: dict[str, list[Arguments]], avoided: set[bytes], luck: random.Random, count: int) -> list[Arguments]:
    """For each stratum the smallest ramps and a few of the other contents in turn; smallest first."""
    chosen: dict[bytes, Arguments] = {}
    keys = {id(a): wire.pack(a) for pool in pools.values() for a in pool}  # asked for again and again

    def take(candidates: list[Arguments], count: int) -> int:
        new = [a for a in candidates if keys[id(a)] not in chosen][:count]
        chosen.update((keys[id(a)], a) for a in new)
        return len(new)

    def fresh(candidates: list[Arguments]) -> list[Arguments]:
        return [a for a in candidates if keys[id(a)] not in avoided] or candidates

    others = [c for c in CONTENTS if c != "ramp"]
    for turn, belongs in enumerate(checks.strata.values()):
        members = {c: fresh([a for a in pools[c] if belongs(*a)]) for c in CONTENTS}
        if not take(sorted(members["ramp"], key=size_of), SMALLEST_RAMPS):
            take([a for c in others for a in members[c]], 1)
        for i in range(count):
            contents = others[(turn * OTHERS + i) % len(others)]
            take(luck.sample(members[contents], len(members[contents])), 1)
    for contents in others:
        candidates = fresh(pools[contents])
        take(luck.sample(candidates, len(candidates)), 1)
    for contents in CONTENTS * FEWEST_CASES:  # a mistake is named on no fewer
        if len(chosen) < FEWEST_CASES:
            take(luck.sample(pools[contents], len(pools[contents])), 1)
    ramps = {keys[id(a)] for a in pools["ramp"]}  # the easiest to check by hand come first
    return sorted(chosen.values(), key=lambda a: (size_of(a), keys[id(a)] not in ramps, keys[id(a)]))


def _cases_of(one: Property, checks: Checks, chosen: list[Arguments], number: int, secret: bool) -> tuple[Arguments, ...]:
    """Cases for a law or contract: from its own strategy, or whole-numbered value cases it is about, from each stratum in turn."""
    if one.cases is not None:
        drawn = [a for c in ("ramp", "signed") for a in _pool(one.cases, c, number, secret)]
        strata = []
    else:
        drawn = [a for a in chosen if is_whole(*(x for x in a if isinstance(x, np.ndarray)))]
        strata = list(checks.strata.values())
    fitting = sorted((a for a in drawn if one.where is None or one.where(*a)), key=lambda a: (size_of(a), wire.pack(a)))
    if not fitting and one.where:
        fitting = sorted(_pool(one.cases or checks.arguments, "ramp", number, secret, one.where), key=lambda a: (size_of(a), wire.pack(a)))
    if not fitting:
        raise CannotDraw(f"no case satisfies the `where` of {one.name}")
    left, picked = {wire.pack(a): a for a in fitting}, dict[bytes, Arguments]()
    while left and len(picked) < one.times:
        for belongs in (*strata, lambda *_: True):
            new = next((key for key, a in left.items() if belongs(*a)), None)
            if new is not None and len(picked) < one.times:
                picked[new] = left.pop(new)
    return tuple(sorted(picked.values(), key=lambda a: (size_of(a), wire.pack(a))))


def _mistakes(exercise: Exercise, bank: Bank) -> bytes:
    """What each misconception answers to the cases."""
    return wire.pack([_known(m, bank.cases, signature_of(exercise).gives_array) for m in answers_of(exercise).misconceptions])


def _known(mistake: Misconception, cases: tuple[Case, ...], gives_array: bool) -> dict[str, Any]:
    f = Function(in_process(mistake.function), gives_array)
    outcomes = [outcome_of(f.reply(case.arguments)) for case in cases]
    return {"name": mistake.name, "feedback": mistake.feedback, "fails": sorted(mistake.fails), "outcomes": outcomes}


def size_of(value: Any) -> int:
    """The number of array elements in a case; scalars are free, the entries of lists and dicts count a little less."""
    if isinstance(value, np.ndarray):
        return 100 * int(value.size)
    if isinstance(value, tuple | list):
        return sum(1 + size_of(item) for item in value)
    if isinstance(value, dict):
        return sum(1 + size_of(item) for item in value.values())
    return abs(value) if type(value) is int else 0


def elements_of(arguments: Arguments) -> int:
    """The number of array elements in a case."""
    return size_of(arguments) // 100 if any(isinstance(a, np.ndarray) for a in arguments) else 0
