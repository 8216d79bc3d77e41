"""Whom a system names as the one who handed something in."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Owner:
    """Who handed something in, as a system says it; `ids` by the kinds of a roster."""

    system: str
    name: str
    ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def identity(self) -> tuple[str, ...]:
        return (self.system, *(self.ids.values() or (self.name,)))
