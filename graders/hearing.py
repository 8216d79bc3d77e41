"""What a worker says of many calls at once: packed outcomes, and which of them are the right function's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .bank import Bank
from .compare import as_array
from .inside import wire
from .inside.calling import identical
from .reply import Reply, from_wire

KIND = len(wire.pack((None,))) - 1  # where a packed outcome (value,) says of which kind the value is
LIST, DICT, ARRAY = (packed[KIND : KIND + 1] for packed in (wire.pack(([],)), wire.pack(({},)), wire.pack((np.zeros(1),))))


@dataclass(frozen=True, slots=True)
class Heard:
    """Packed outcomes of the calls of a bank's transcript, and which of them are the right function's."""

    outcomes: list[bytes]
    right: list[bool]

    def reply(self, i: int) -> Reply:
        return reply_of(self.outcomes[i])


def hear(banks: Sequence[Bank], reply: dict[str, Any]) -> list[Heard]:
    """What a worker says of the calls of banks; nothing, if one was not as it is with a right function.

    Raises:
        WireError: its reply is none.
    """
    told = reply.get("heard")
    if type(told) is not list or len(told) != len(banks):
        return []
    heard = []
    for bank, one in zip(banks, told, strict=True):
        outcomes = outcomes_of(one)
        if len(outcomes) != len(bank.answers):
            return []
        pairs = zip(outcomes, bank.answers, strict=True)
        heard.append(Heard(outcomes, [says_the_same(outcome, answer) for outcome, answer in pairs]))
    return heard


def says_the_same(outcome: bytes, answer: bytes) -> bool:
    """Whether a value is the right one to the bit, but for what no property sees: an array written as a list, the order of a dict."""
    if outcome == answer:
        return True
    if (outcome[KIND : KIND + 1], answer[KIND : KIND + 1]) not in ((LIST, ARRAY), (DICT, DICT)):
        return False
    told, right = wire.unpack(outcome), wire.unpack(answer)
    if type(told) is not tuple or type(right) is not tuple or len(told) != 1:
        return False
    value, expected = told[0], right[0]
    if type(expected) is np.ndarray and type(value) is list:
        value = as_array(value)
    elif type(expected) is dict and type(value) is dict and value.keys() == expected.keys():
        value = {key: value[key] for key in expected}
    return identical(value, expected)


def reply_of(outcome: bytes) -> Reply:
    """What a packed outcome says: (value,) for a call that returned and changed nothing, or its description.

    Raises:
        WireError: it is neither.
    """
    held = wire.unpack(outcome)
    if type(held) is tuple and len(held) == 1:
        return Reply("returned", held[0])
    if type(held) is not dict:
        raise wire.WireError("no outcome")
    return from_wire(held)


def outcomes_of(told: Any) -> list[bytes]:
    """The packed outcomes in what a worker sent.

    Raises:
        WireError: they are not there.
    """
    found, sizes = (told.get("bytes"), told.get("sizes")) if type(told) is dict else (None, None)
    if type(found) is not np.ndarray or type(sizes) is not np.ndarray or sizes.ndim != 1 or sizes.dtype != np.int64:
        raise wire.WireError("no list of outcomes")
    data, ends = found.tobytes(), np.cumsum(sizes).tolist()
    if (sizes < 0).any() or (ends[-1] if ends else 0) != len(data):
        raise wire.WireError("outcomes of other sizes than it says")
    return [data[start:end] for start, end in zip([0, *ends], ends, strict=False)]
