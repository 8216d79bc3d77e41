"""Contracts that any exercise may keep: import one into `checks.py` and it is tried there."""

from typing import Any

from .compare import alike, difference
from .property import Mismatch, contract, refuses

__all__ = ["contract", "leaves_its_inputs_alone", "refuses", "remembers_nothing"]


@contract(times=1000)  # every case: the calls are made anyway
def leaves_its_inputs_alone(f: Any, *arguments: Any) -> None:
    """Your function leaves its arguments as they were."""
    reply = f.reply(arguments)
    if reply.changed:
        which = " and ".join(f"argument {i + 1}" for i in reply.changed)
        raise Mismatch(arguments, reply, None, f"After the call {which} is no longer what it was: copy before you write.")


@contract(times=3)
def remembers_nothing(f: Any, *arguments: Any) -> None:
    """The same call gives the same answer again, whatever was called in between."""
    before, now = f.reply(arguments), f.again(arguments)
    if before.status == "returned" and now.status == "returned":
        found = difference(now.value, before.value, 1e-9)
        if found and not alike(now.value, before.value, 1e-9):
            raise Mismatch(
                arguments, now, before.value, f"Called again with the same arguments, it answers differently. {found.sentence}", found.where
            )
    elif (before.status, before.error) != (now.status, now.error):
        raise Mismatch(arguments, now, before.value, f"Called again with the same arguments, it behaves differently. {now.sentence()}")
