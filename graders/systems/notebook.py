"""What the test cells of other systems call in a student's notebook: `check`, and an exception where something is not right yet."""

from collections.abc import Mapping
from typing import Any

from ..practice import checked


class NotYet(Exception):
    """Something does not hold yet. What, stands above: the message is short and holds no answer."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback, of which no line is the student's."""
        return [str(self)]


def require(name: str, variables: Mapping[str, Any]) -> None:
    """Check an exercise or a question with what is among these variables, and show what `check` shows.

    Raises:
        NotYet: not all of it holds.
    """
    from IPython.display import display

    result = checked(name, None, variables)
    display(result)
    if not result:
        raise NotYet(f"{name} is not right yet. What was found stands above.")
