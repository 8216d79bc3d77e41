"""What came of one call of a student's function."""

import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    """One call's outcome. `status` is "returned", "raised" or "bad" (returned something that is no plain value).

    Attributes:
        value: what was returned.
        changed: positions of the arguments that the call modified.
        error: the exception's class name; `bases` its ancestors' names; `text` its message.
        file, line: the student's own line that raised, "" where none is known.
        missing: the module that could not be imported, if that was it.
        printed: what the call printed.
    """

    status: str
    value: Any = None
    changed: tuple[int, ...] = ()
    error: str = ""
    bases: tuple[str, ...] = ()
    text: str = ""
    file: str = ""
    line: int = 0
    missing: str = ""
    printed: str = ""

    @property
    def is_unfinished(self) -> bool:
        return "NotImplementedError" in self.bases

    def sentence(self) -> str:
        """The outcome in words, for one that is no value."""
        if self.is_unfinished:
            return "It is not written yet: it raises NotImplementedError."
        if self.status == "raised":
            place = f" in {self.file}, line {self.line}" if self.file else ""
            return f"It raises {self.error}{place}" + (f": {self.text}" if self.text else ".")
        return f"It returns {self.text}, which is no array, number, string, tuple, list or dict."


def from_wire(data: dict[str, Any], printed: str = "") -> Reply:
    """A reply as a worker sent it. What it says may be a lie, but its form is made right."""
    status = data.get("status")
    if status == "returned":
        changed = tuple(i for i in _list(data.get("changed")) if type(i) is int)
        return Reply("returned", value=data.get("value"), changed=changed, printed=printed)
    if status == "raised":
        return Reply(
            "raised",
            error=_text(data.get("type")),
            bases=tuple(_text(base) for base in _list(data.get("bases"))),
            text=_text(data.get("text")),
            file=_text(data.get("file")),
            line=line if type(line := data.get("line")) is int else 0,
            missing=_text(data.get("missing")),
            printed=printed,
        )
    return Reply("bad", text=_text(data.get("text")) or "something that is no answer", printed=printed)


def from_list(value: Any) -> list[Reply]:
    """Replies in a list that a worker sent, if it is one."""
    return [from_wire(item) for item in _list(value) if type(item) is dict]


def _text(value: Any) -> str:
    text = re.sub(r"0x[0-9a-f]{6,}", "0x...", value[:2000]) if type(value) is str else ""  # addresses differ from run to run
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


def _list(value: Any) -> list[Any]:
    return value[:64] if type(value) is list else []
