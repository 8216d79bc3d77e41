"""From an exercise's `arguments(draw)` to a Hypothesis strategy.

Shapes come from Hypothesis; what fills the arrays makes the counterexample. Whole numbers leave a gap that no
rounding closes, and the ramp 1, 2, 3, ... gives a small picture one can check by hand, in which different mistakes look
different.
"""

import random
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir
from hypothesis.internal.conjecture import providers

from .exercise import AuthorError
from .property import Strategy
from .state import cache_folder

set_hypothesis_home_dir(cache_folder() / "hypothesis")  # not the folder that somebody happens to work in
# A draw depends on its seed alone: not on the constants in whatever modules are loaded, which Hypothesis would collect.
if hasattr(providers, "_get_local_constants"):
    providers._get_local_constants = type(providers._get_local_constants())

CONTENTS = ("ramp", "permuted", "signed", "negative", "one_hot", "real")
DIVISOR = 7.0  # real contents are sevenths: no binary fraction


class Draw:
    """What an exercise's strategy draws with: sizes, choices, and arrays of one kind of contents."""

    def __init__(self, draw: Any, contents: str, secret: bool) -> None:
        self._draw, self._contents, self._secret = draw, contents, secret

    def size(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return int(self._draw(st.integers(low, high)))

    def one_of(self, *choices: Any) -> Any:
        """One of the choices; the first is the simplest."""
        return self._draw(st.sampled_from(choices))

    def array(self, *shape: int) -> np.ndarray:
        """A float64 array of the given shape, its entries different from each other as far as its contents allow."""
        return self._flat(int(np.prod(shape)), self._contents).reshape(shape)

    def _flat(self, size: int, contents: str) -> np.ndarray:
        if contents == "ramp":
            first, step = (self.size(2, 9), self.size(1, 3)) if self._secret else (1, 1)
            ramp: np.ndarray = first + step * np.arange(size, dtype=np.float64)
            return ramp
        if contents == "one_hot":
            if self.one_of(True, False):
                return self._flat(size, "permuted")
            flat = np.zeros(size)
            flat[self.size(0, size - 1)] = 1
            return flat
        # One draw for the whole array: entries are not shrunk one by one, since the ramp is simpler than any of these.
        luck = random.Random(self.size(0, 2**32 - 1))
        permuted = np.array(luck.sample(range(1, size + 1), size), dtype=np.float64)
        if contents == "permuted":
            return permuted
        choices = (-1.0,) if contents == "negative" else (1.0, -1.0)
        signed: np.ndarray = permuted * np.array(luck.choices(choices, k=size)) / (DIVISOR if contents == "real" else 1.0)
        return signed


def strategy_of(arguments: Strategy, contents: str, secret: bool = False) -> st.SearchStrategy[tuple[Any, ...]]:
    """The Hypothesis strategy of a case's arguments, with arrays of one kind of contents."""

    @st.composite
    def composed(draw: Any) -> tuple[Any, ...]:
        drawn = arguments(Draw(draw, contents, secret))
        if not isinstance(drawn, tuple):
            raise AuthorError(f"`arguments` returns a {type(drawn).__name__}; a tuple of positional arguments is asked for")
        return drawn

    return composed()


def any_contents(arguments: Strategy) -> st.SearchStrategy[tuple[Any, ...]]:
    """The same with contents of every kind; shrinks to the ramp."""
    return st.sampled_from(CONTENTS).flatmap(lambda contents: strategy_of(arguments, contents))
