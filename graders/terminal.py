"""A report's entry as text for a terminal of 80 columns; the marked entry stands between > and <, so no colour is needed."""

import textwrap
from typing import Any

import click
import numpy as np

from .show import beside, lines

WIDTH = 78
JUDGED = "not_yet", "error", "bad_return", "stateful"
NOT_SHOWN = "missing", "ungraded", "unfinished"


def text(entry: dict[str, Any], title: str) -> str:
    """What a student reads after `check`: what the code did, the picture, what next."""
    name, verdict = entry["exercise"], entry["verdict"]
    if verdict == "passed":
        return click.style(f"{name}: passed", fg="green", bold=True) + "\n\n" + filled(entry["message"])
    head = "could not be checked" if verdict == "ungraded" else "not yet"
    parts = [click.style(f"{name}: {head}", fg="yellow", bold=True), filled(entry["message"])]
    example = entry["counterexample"]
    if example:
        parts.append("For example:\n\n" + textwrap.indent(filled(example["call"], WIDTH - 4), "    "))
        parts.append(textwrap.indent(picture(example), "    "))
        parts.append(filled(example["explanation"].removeprefix(entry["message"]).strip("\n")))
    if entry["properties"] and verdict in JUDGED:
        parts.append(filled(tried(entry)))
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


def picture(example: dict[str, Any]) -> str:
    """Arguments, what came out and what should have, beside each other."""
    mark = tuple(example["where"])
    drawn = as_matrix if "np.array(" in example["call"] else lambda value: value
    columns = [(name, lines(drawn(value))) for name, value in example["arguments"].items()]
    got, expected = drawn(example["got"]), drawn(example["expected"])
    same_shape = np.shape(got) == np.shape(expected) if isinstance(got, np.ndarray) and isinstance(expected, np.ndarray) else False
    if example["got"] is not None and not isinstance(example["got"], str):
        columns.append(("yours", lines(got, mark if same_shape else ())))
    if example["expected"] is not None:
        columns.append(("expected", lines(expected, mark if same_shape else ())))
    return beside(columns, WIDTH - 4)


def as_matrix(value: Any) -> Any:
    """A nested list of numbers as the matrix it stands for."""
    if isinstance(value, dict) and "shape" in value:
        return as_matrix(value["values"])
    if isinstance(value, list) and value and all(isinstance(row, list) for row in value):
        try:
            array = np.array([[float(x) for x in row] for row in value])
        except (TypeError, ValueError):
            return value
        return array if array.ndim == 2 else value
    return value


def tried(entry: dict[str, Any]) -> str:
    """What was tried, in numbers."""
    kept = [p for p in entry["properties"] if p["passed"]]
    not_kept = [p["name"].replace("_", " ") for p in entry["properties"] if not p["passed"] and p["cases"]]
    total = f"{len(kept)} of {len(entry['properties'])} properties hold"
    return total + (f"; not yet: {', '.join(not_kept[:4])}{' and others' if len(not_kept) > 4 else ''}." if not_kept else ".")
