"""The judge: replay a bank against a student's function and find what is not so."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .bank import Bank, Case
from .compare import difference
from .exercise import Checks
from .function import Function
from .inside import wire
from .inside.calling import NotPlain
from .property import VALUE, Mismatch, NotRefused, Property
from .reply import Reply


@dataclass(frozen=True, slots=True)
class Failure:
    """One call that shows what is not so: the property, the call, what came out, what should have, in words and where.

    `refusal` says that what is missing is an error which the statement asks for.
    """

    name: str
    kind: str
    says: str
    arguments: tuple[Any, ...]
    reply: Reply
    expected: Any
    sentence: str
    where: tuple[int, ...]
    refusal: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """How one property fared on one bank; `failure` is the first case that refutes it."""

    name: str
    kind: str
    visibility: str
    cases: int
    failure: Failure | None

    @property
    def passed(self) -> bool:
        return self.failure is None and self.cases > 0


@dataclass(slots=True)
class Trial:
    """Everything seen of one function on one bank; `replies` are those to the value cases, in order."""

    bank: Bank
    findings: list[Finding] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    wrong: list[bool] = field(default_factory=list)
    unfinished: bool = False

    @property
    def passed(self) -> bool:
        return bool(self.findings) and all(finding.passed for finding in self.findings)

    @property
    def failures(self) -> list[Failure]:
        return [finding.failure for finding in self.findings if finding.failure]


def replay(bank: Bank, checks: Checks, f: Function, trial: Trial | None = None) -> Trial:
    """Try every property of an exercise on the cases of a bank, the value cases first; what was seen is noted in `trial`.

    A property that the bank holds no case of counts as failed: a bank drawn for other checks proves nothing.
    """
    trial = trial or Trial(bank)
    with np.errstate(all="ignore"):
        _replay(bank, checks, f, trial)
    return trial


def _replay(bank: Bank, checks: Checks, f: Function, trial: Trial) -> None:
    failure = None
    for case in bank.cases:
        found = judge_value(case, f.reply(case.arguments))
        trial.replies.append(f.reply(case.arguments))
        trial.wrong.append(found is not None)
        failure = failure or found
        if trial.replies[0].is_unfinished:
            trial.unfinished = True
            break
    trial.findings.append(Finding(VALUE, "value", bank.visibility, len(bank.cases), failure))
    for one in checks.properties:
        cases = bank.properties.get(one.name, ())
        failure = None if trial.unfinished else first_failure(one, cases, f)
        trial.findings.append(Finding(one.name, one.kind, bank.visibility, 0 if trial.unfinished else len(cases), failure))


def judge_value(case: Case, reply: Reply) -> Failure | None:
    """The failure that a reply to a value case is, if it is one."""
    says = "Your function gives the right values."
    if reply.status != "returned":
        return Failure(VALUE, "value", says, case.arguments, reply, case.expected, reply.sentence(), ())
    found = difference(reply.value, case.expected, case.tolerance)
    return Failure(VALUE, "value", says, case.arguments, reply, case.expected, found.sentence, found.where) if found else None


def first_failure(one: Property, cases: Iterable[tuple[Any, ...]], f: Function) -> Failure | None:
    """The first case on which a law or contract does not hold."""
    for arguments in cases:
        try:
            one.check(f, *arguments)
        except Mismatch as m:
            return Failure(one.name, one.kind, one.says, m.arguments, m.reply, m.expected, m.sentence, m.where, isinstance(m, NotRefused))
        except (ValueError, IndexError, TypeError, KeyError, AttributeError, ArithmeticError, wire.WireError, NotPlain):
            # The answers have shapes or types that the law cannot put together: no right function gives such.
            sentence = "Your answers to related calls do not fit together: their shapes or types differ from what they should be."
            return Failure(one.name, one.kind, one.says, arguments, f.reply(arguments), None, sentence, ())
    return None
