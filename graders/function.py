"""A student's function as properties see it: called with plain values, wherever it runs."""

from collections.abc import Callable
from typing import Any

from .compare import as_array
from .inside import wire
from .inside.calling import closed, perform
from .property import Mismatch
from .reply import Reply, from_wire

Ask = Callable[[tuple[Any, ...]], Reply]


class Function:
    """Calls a student's function through `ask`, and remembers the answers: the same call is made once.

    Attributes:
        calls: how many calls were really made, beside those that are `known` from the start by their packed arguments.
    """

    def __init__(self, ask: Ask, gives_array: bool, known: dict[bytes, Reply] | None = None) -> None:
        self._ask, self._gives_array = ask, gives_array
        self._known = known or {}
        self.calls = 0

    def reply(self, arguments: tuple[Any, ...]) -> Reply:
        """What `f(*arguments)` gave, the first time it was called so."""
        try:
            key = wire.pack(arguments)
        except wire.WireError:  # a law made them of NumPy scalars that the student returned
            arguments = closed(arguments)
            key = wire.pack(arguments)
        if key not in self._known:
            self._known[key] = self.again(arguments)
        return self._known[key]

    def again(self, arguments: tuple[Any, ...]) -> Reply:
        """What `f(*arguments)` gives when it is called now."""
        self.calls += 1
        return self._ask(arguments)

    def __call__(self, *arguments: Any) -> Any:
        """The value of `f(*arguments)`, a list that stands for an array made one.

        Raises:
            Mismatch: it gave none.
        """
        reply = self.reply(arguments)
        if reply.status != "returned":
            raise Mismatch(arguments, reply, None, reply.sentence())
        if not self._gives_array:
            return reply.value
        array = as_array(reply.value)
        if array is None:
            raise Mismatch(arguments, reply, None, "Your result is no array.")
        return array


def in_process(function: Callable[..., Any]) -> Ask:
    """Ask a function of this very process: for the reference, for misconceptions, and for practice."""
    file = getattr(getattr(function, "__code__", None), "co_filename", "")

    def ask(arguments: tuple[Any, ...]) -> Reply:
        return from_wire(perform(function, arguments, {file}, "arrays"))

    return ask
