"""What a submission holds, read off its text by a worker, and the exercises of it that pass the short way."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from types import NoneType
from typing import Any

from .attempt import Attempt, Task, quoted
from .frameworks import ZygoteLost, Zygotes, needed
from .limits import Limits
from .rehearsal import limits_of, rehearse
from .reply import from_list
from .submission import Submission
from .worker import Gone
from .zygote import Zygote

WRITTEN = (NoneType, bool, int, float, str, tuple, list)  # as answers are; {} stands for another value


@dataclass(frozen=True, slots=True)
class Contents:
    """What a submission holds, as a worker read it off the text: for each function the modules and functions it uses, and answers."""

    modules: dict[str, list[str]] = field(default_factory=dict)
    uses: dict[str, list[str]] = field(default_factory=dict)
    broken: str = ""
    others: tuple[str, ...] = ()
    answers: dict[str, Any] = field(default_factory=dict)


def scan(submission: Submission, names: Sequence[str], zygotes: Zygotes, limits: Limits, asked: Sequence[str] = ()) -> Contents:
    """Which of the functions `names` a submission defines, and what it answers. A worker parses; nothing of the submission runs."""
    contents, _ = rehearsal(submission, names, {}, zygotes, limits, asked)
    return contents


def rehearsal(
    submission: Submission, names: Sequence[str], tasks: Mapping[str, Task], zygotes: Zygotes, limits: Limits, asked: Sequence[str] = ()
) -> tuple[Contents, dict[str, tuple[Attempt, float]]]:
    """What a submission defines of `names`, and the attempts that pass the short way; a lost zygote is replaced once."""
    lost = ZygoteLost("no zygote stays")
    for ways in (tasks, {}, {}):
        try:
            return rehearsed(submission, names, ways, zygotes.get(), limits_of(limits) if ways else to_read(limits), asked)
        except Gone as gone:
            if not ways:
                return Contents(broken=f"Its text cannot be read as Python. {gone.message}"), {}
        except ZygoteLost as problem:
            lost = problem
            zygotes.replace("")
    raise lost


def to_read(limits: Limits) -> Limits:
    """Half the time for reading the text, so that what can be read at all can be run, too."""
    return replace(limits, cpu_seconds=max(1, limits.cpu_seconds // 2))


def rehearsed(
    submission: Submission, names: Sequence[str], tasks: Mapping[str, Task], zygote: Zygote, limits: Limits, asked: Sequence[str]
) -> tuple[Contents, dict[str, tuple[Attempt, float]]]:
    """The same, by workers of one zygote: one reads and is asked, another is asked again.

    Raises:
        Gone: reading the text took more than the limits.
    """
    request = {"do": "scan", "files": submission.to_wire(), "names": list(names), "planned": bool(tasks), "asked": list(asked)}
    with zygote.worker(limits) as worker, zygote.worker(limits) if tasks else nullcontext() as second:
        told = worker.ask(request)
        contents = contents_of(told, names, submission, asked)
        plain = {name: task for name, task in tasks.items() if name in contents.modules and not needed(contents.modules[name])}
        if not plain or second is None or told.get("plan") is None:
            return contents, {}
        return contents, rehearse(plain, worker, second, told["plan"], zygote)


def contents_of(reply: dict[str, Any], names: Sequence[str], submission: Submission, asked: Sequence[str] = ()) -> Contents:
    """A worker's reply to a scan: what it says may be a lie, but its form is made right."""
    found, told = reply.get("functions"), reply.get("answers")
    answers = told if type(told) is dict else {}
    functions = {n: f for n, f in (found if type(found) is dict else {}).items() if type(f) is dict and n in names}
    broken = from_list(reply.get("broken"))
    return Contents(
        {name: texts(f.get("modules")) for name, f in functions.items()},
        {name: [g for g in texts(f.get("reads")) if g in names] for name, f in functions.items()},
        quoted(broken[0], submission) if broken else "",
        tuple(one for one in texts(reply.get("others"))[:500] if one.isidentifier() and one not in names),
        {name: answers[name] if type(answers[name]) in WRITTEN else {} for name in asked if name in answers},
    )


def texts(value: Any) -> list[str]:
    """The strings in a list that a worker sent, if it is one."""
    return [item for item in value if type(item) is str] if type(value) is list else []
