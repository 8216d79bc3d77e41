"""A report as tests of otter's results.json, which Gradescope shows."""

from collections.abc import Iterator
from typing import Any

from ..assignment import Shown
from ..prose import legible
from ..terminal import text
from .parts import Part, said, with_points


def entries(part: Part, shown: Shown) -> Iterator[dict[str, Any]]:
    """One for a part of the report, or several that are seen each from its own time on."""
    if part.verdict == "ungraded":  # no points are made up
        yield {"name": part.name, "status": "failed", "output": legible(text(part.public)), "visibility": "visible"}
        return
    for line in with_points(said(part, shown), part, shown):
        if line.has_points:
            yield {"name": part.name, "score": part.score, "max_score": part.max_score, "visibility": line.visibility, "output": line.text}
        else:
            status = "passed" if line.passed else "failed"
            yield {"name": f"{part.name}: {line.about}", "status": status, "output": line.text, "visibility": line.visibility}
