"""A report's entry as text for a terminal of 80 columns; the marked entry stands between > and <, so no colour is needed."""

import textwrap
from collections.abc import Mapping
from typing import Any

import click

from .picture import picture

WIDTH = 78
JUDGED = "not_yet", "error", "bad_return", "stateful"
NOT_SHOWN = "missing", "ungraded", "unfinished"


def text(entry: dict[str, Any], layouts: Mapping[str, str] | None = None, width: int = WIDTH) -> str:
    """What a student reads after `check`: what the code did, the picture, what next."""
    name, verdict = entry["exercise"], entry["verdict"]
    if verdict == "passed":
        return click.style(f"{name}: passed", fg="green", bold=True) + "\n\n" + filled(entry["message"], width)
    head = "could not be checked" if verdict == "ungraded" else "not yet"
    parts = [click.style(f"{name}: {head}", fg="yellow", bold=True), filled(entry["message"], width)]
    example = entry["counterexample"]
    if example:
        parts.append("For example:\n\n" + textwrap.indent(filled(example["call"], width - 4), "    "))
        parts.append(textwrap.indent(picture(example, width - 4, layouts), "    "))
        parts.append(filled(example["explanation"].removeprefix(entry["message"]).strip("\n"), width))
    if entry["properties"] and verdict in JUDGED:
        parts.append(filled(tried(entry), width))
    if verdict not in NOT_SHOWN:
        parts.append(f"A hint: convgrade hint {name}")
    return "\n\n".join(part for part in parts if part)


def filled(paragraphs: str, width: int = WIDTH) -> str:
    """Text wrapped to the width; indented lines, which are code, stay."""
    wrapped = [
        line if line.startswith(" ") else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in paragraphs.split("\n")
    ]
    return "\n".join(wrapped)


def tried(entry: dict[str, Any]) -> str:
    """What was tried, in numbers."""
    kept = [p for p in entry["properties"] if p["passed"]]
    not_kept = [p["name"].replace("_", " ") for p in entry["properties"] if not p["passed"] and p["cases"]]
    total = f"{len(kept)} of {len(entry['properties'])} properties hold"
    return total + (f"; not yet: {', '.join(not_kept[:3])}{' and others' if len(not_kept) > 3 else ''}." if not_kept else ".")
