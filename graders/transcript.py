"""The conversation that a bank has with a right function, written down when the bank is drawn.

A property depends on nothing but the answers it gets. So a function that answers every call of a property as the reference
did keeps it, and nothing of it has to be worked out again. That is so only as long as the laws are those that were written
down with the bank: `parts_of` sees to it.
"""

from typing import Any

from .bank import Bank, Transcript
from .exercise import Checks, Exercise, digest
from .function import Ask, Function
from .inside import wire
from .property import Mismatch
from .reply import Reply

Arguments = tuple[Any, ...]


class Refuted(Exception):
    """The function at hand does not keep a property."""

    def __init__(self, name: str, mismatch: Mismatch) -> None:
        super().__init__(f"{name}: {mismatch.sentence}")
        self.name, self.mismatch = name, mismatch


def conversation(bank: Bank, checks: Checks, ask: Ask, gives_array: bool) -> list[tuple[Arguments, Reply]]:
    """Every call that replaying a bank makes of a function that keeps all properties, in order, with its reply.

    Raises:
        Refuted: it does not keep one.
    """
    heard: list[tuple[Arguments, Reply]] = []

    def noted(arguments: Arguments) -> Reply:
        heard.append((arguments, ask(arguments)))
        return heard[-1][1]

    f = Function(noted, gives_array)
    for case in bank.cases:
        f.reply(case.arguments)
    for one in checks.properties:
        for arguments in bank.properties[one.name]:
            try:
                one.check(f, *arguments)
            except Mismatch as m:
                raise Refuted(one.name, m) from None
    return heard


def transcript_of(exercise: Exercise, bank: Bank, checks: Checks, ask: Ask, gives_array: bool) -> Transcript:
    """What the reference is asked and answers, and which property asks what.

    Raises:
        Refuted: it does not keep a property.
    """
    heard = conversation(bank, checks, ask, gives_array)
    keys = [wire.pack(arguments) for arguments, _ in heard]
    parts = {}
    for one in checks.properties:
        alone = Bank(bank.exercise, bank.visibility, (), (), {**dict.fromkeys(bank.properties, ()), one.name: bank.properties[one.name]}, b"")
        asked = {wire.pack(arguments) for arguments, _ in conversation(alone, checks, ask, gives_array)}
        parts[one.name] = tuple(i for i, key in enumerate(keys) if key in asked)
    return Transcript(digest(exercise), tuple((arguments, outcome_of(reply)) for arguments, reply in heard[len(bank.cases) :]), parts)


def outcome_of(reply: Reply) -> dict[str, Any]:
    """A call's outcome as banks keep it: its value, and the arguments it changed if it did, or the exception's class."""
    if reply.status != "returned":
        return {"raises": reply.error or reply.status}
    return {"value": reply.value, "changed": reply.changed} if reply.changed else {"value": reply.value}
