"""Grades exercises on convolutional networks. In a notebook: `from convgrade import check`, then `check(corr2d)`."""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .practice import Result

__all__ = ["check"]


def check(what: Any, function: Any = None) -> "Result":
    """Try a function on the public cases of its exercise, in this process.

    `check(corr2d)` takes the exercise from the function's name; `check("corr2d", mine)` names it; `check("corr2d")` tries the function of that
    name where it is called; `check("q101", 43)` tells whether 43 is the answer to a question. The result is true if everything held, shows what
    did not in a notebook or a terminal, and `to_dict()` gives it as plain values. It is practice: no score, no claim about other cases.
    """
    from .practice import checked

    return checked(what, function, sys._getframe(1).f_globals)
