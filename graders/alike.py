"""Submissions whose mistakes are the same on every case: something to look at, and no accusation."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NOT_WRONG = ("passed", "missing", "unfinished", "refused", "ungraded")


@dataclass(frozen=True, slots=True)
class Shared:
    """An exercise on which submissions are wrong alike; how many are `wrong` there in all, and the mistake's name if it is a known one."""

    exercise: str
    wrong: int
    known: str


@dataclass(frozen=True, slots=True)
class Group:
    """Submissions whose mistakes in some exercises are the same on every case."""

    submissions: tuple[str, ...]
    shared: tuple[Shared, ...]


def groups(alike: Mapping[tuple[str, str], Sequence[tuple[str, str]]], verdicts: Mapping[str, Mapping[str, int]]) -> tuple[Group, ...]:
    """Who shares the mistakes of which exercises, the most shared by the fewest first. Known mistakes alone make no group: they are common."""
    shared: defaultdict[tuple[str, ...], list[Shared]] = defaultdict(list)
    for (exercise, _), members in alike.items():
        if len(members) > 1:
            wrong = sum(count for verdict, count in verdicts[exercise].items() if verdict not in NOT_WRONG)
            known = {mistake for _, mistake in members}
            shared[tuple(name for name, _ in members)].append(Shared(exercise, wrong, known.pop() if len(known) == 1 else ""))
    found = [Group(names, tuple(exercises)) for names, exercises in shared.items() if not all(one.known for one in exercises)]
    return tuple(sorted(found, key=lambda group: (-len(group.shared), len(group.submissions), group.submissions)))
